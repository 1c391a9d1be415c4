import { DropdownMenu } from 'radix-ui';
import { memo, useState } from 'react';
import { ALL_CLIENTS, moved, type Arrangement } from '#core/shared/trace/diagram/arrangement.js';
import type { Lifeline } from '#core/shared/trace/diagram/diagram.js';
import { laneX } from '#core/shared/trace/diagram/diagram-layout.js';
import { useText } from '#renderer/ui/use-text.js';
import { LifelineHead } from './LifelineHead.js';
import styles from './DiagramView.module.css';

interface Props {
  lifelines: readonly Lifeline[];
  /** From one lifeline to the next. */
  lane: number;
  /** How far the page is scrolled to the side, and its width, in px. */
  left: number;
  width: number;
  arrangement: Arrangement;
  onArrange: (arrangement: Arrangement) => void;
  onHide: (lifeline: string) => void;
}

/** The names above the lifelines: each can be moved by dragging or with Shift and an arrow key, and has a menu. */
export const LifelineHeads = memo(function LifelineHeads(props: Props) {
  const { lifelines, lane, left, width, arrangement, onArrange, onHide } = props;
  const t = useText();
  const [open, setOpen] = useState<string>();
  const names = lifelines.map(({ name }) => name);
  const move = (name: string, to: number): void =>
    onArrange({ ...arrangement, order: moved(names, name, to) });
  /** To where a head was dragged: behind all those that stand further to the left. */
  const drop = (name: string, dx: number): void => {
    const x = laneX(names.indexOf(name), lane) + dx;
    move(name, names.filter((other, index) => other !== name && laneX(index, lane) < x).length);
  };
  return (
    <div className={styles.heads} style={{ width }} role="toolbar" aria-label={t('ui.diagram.heads')}>
      {lifelines.map((lifeline, index) => (
        <DropdownMenu.Root
          key={lifeline.name}
          open={open === lifeline.name}
          onOpenChange={(on) => setOpen(on ? lifeline.name : undefined)}
        >
          <LifelineHead
            name={lifeline.name === ALL_CLIENTS ? t('ui.diagram.all-clients') : lifeline.name}
            x={laneX(index, lane) - left}
            lane={lane}
            onOpen={() => setOpen(lifeline.name)}
            onStep={(by) => move(lifeline.name, index + by)}
            onDrop={(dx) => drop(lifeline.name, dx)}
          />
          <DropdownMenu.Portal>
            <DropdownMenu.Content className={styles.menu} align="center">
              {entry(t('ui.diagram.left'), () => move(lifeline.name, index - 1), index === 0)}
              {entry(t('ui.diagram.right'), () => move(lifeline.name, index + 1), index === names.length - 1)}
              {entry(t('ui.diagram.hide'), () => onHide(lifeline.name))}
              <Grouping {...{ lifeline, arrangement, onArrange }} />
            </DropdownMenu.Content>
          </DropdownMenu.Portal>
        </DropdownMenu.Root>
      ))}
    </div>
  );
});

/** What a lifeline can be taken apart into, or put together with. */
function Grouping({
  lifeline: { name, kind, of },
  arrangement,
  onArrange,
}: Pick<Props, 'arrangement' | 'onArrange'> & { lifeline: Lifeline }) {
  const t = useText();
  const process = of ?? name;
  const { opened, clientsAsOne } = arrangement;
  if (kind === 'client' || kind === 'clients') {
    const text = t(clientsAsOne ? 'ui.diagram.each-client' : 'ui.diagram.clients-as-one');
    return entry(text, () => onArrange({ ...arrangement, clientsAsOne: !clientsAsOne }));
  }
  if (kind === 'outside') return null;
  if (!opened.has(process))
    return entry(t('ui.diagram.open'), () =>
      onArrange({ ...arrangement, opened: new Set(opened).add(process) }),
    );
  const others = new Set([...opened].filter((other) => other !== process));
  return entry(t('ui.diagram.close', { process }), () => onArrange({ ...arrangement, opened: others }));
}

function entry(text: string, onSelect: () => void, disabled = false) {
  return (
    <DropdownMenu.Item className={styles.entry} disabled={disabled} onSelect={onSelect}>
      {text}
    </DropdownMenu.Item>
  );
}
