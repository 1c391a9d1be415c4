import { ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { CommandArgs } from '#core/shared/api/commands.js';
import { labStore } from '#renderer/store/lab-store.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { pendingSelection } from '../pending/pending-selection.js';
import styles from './RunOnMenu.module.css';

export type Step = CommandArgs<'clock.step'>;

const KINDS = [
  ['next', 'F10'],
  ['frame', ''],
  ['into', 'F11'],
  ['over', 'F10'],
  ['out', 'Shift+F11'],
] as const;

/** All ways to step. `over` and `out` mean something inside a step only, `next` and `frame` only outside. */
export function StepMenu({ disabled, onStep }: { disabled: boolean; onStep: (step: Step) => void }) {
  const text = useText();
  const inside = useLab((state) => state.pending.some(({ kind }) => kind === 'task'));
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild disabled={disabled}>
        <Button icon={<ChevronDown />} label={text('ui.run.steps')} title={text('ui.run.steps')} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align="start" sideOffset={4} collisionPadding={8}>
          {inside && (
            <DropdownMenu.Label className={styles.note}>{text('ui.run.steps.inside')}</DropdownMenu.Label>
          )}
          {KINDS.filter(([kind]) => fitsNow(kind, inside)).map(([kind, key]) => (
            <DropdownMenu.Item key={kind} className={styles.item} onSelect={() => onStep({ kind })}>
              {text(`ui.run.steps.${kind}`)} {key && <kbd>{key}</kbd>}
            </DropdownMenu.Item>
          ))}
          {!inside && <WideItems onStep={onStep} />}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function fitsNow(kind: (typeof KINDS)[number][0], inside: boolean): boolean {
  if (kind === 'into') return true;
  return inside === (kind === 'over' || kind === 'out');
}

function WideItems({ onStep }: { onStep: (step: Step) => void }) {
  const text = useText();
  const { nodes, links, pending } = labStore.getState();
  const chosen = pending.find(({ id }) => id === pendingSelection.getState().id);
  const seq = chosen?.kind === 'frame' ? chosen.seq : undefined;
  return (
    <>
      <DropdownMenu.Item
        className={styles.item}
        disabled={seq === undefined}
        onSelect={() => seq !== undefined && onStep({ kind: 'journey', seq })}
      >
        {text('ui.run.steps.journey')}
      </DropdownMenu.Item>
      <DropdownMenu.Separator className={styles.separator} />
      <Names
        title={text('ui.run.steps.node')}
        names={nodes.map(({ name }) => name)}
        onPick={(node) => onStep({ kind: 'node', node })}
      />
      <Names
        title={text('ui.run.steps.link')}
        names={links.filter(({ open }) => open).map(({ id }) => id)}
        onPick={(link) => onStep({ kind: 'link', link })}
      />
    </>
  );
}

function Names(props: { title: string; names: readonly string[]; onPick: (name: string) => void }) {
  const { title, names, onPick } = props;
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className={styles.item} disabled={names.length === 0}>
        {title} ▸
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent className={`${styles.menu} ${styles.long}`} collisionPadding={8}>
          {names.map((name) => (
            <DropdownMenu.Item key={name} className={styles.item} onSelect={() => onPick(name)}>
              {name}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}
