import { ArrowLeft, PanelBottom, PanelLeft, PanelRight, Settings2 } from 'lucide-react';
import { Popover } from 'radix-ui';
import { RunControls } from '../panels/run-controls/RunControls.js';
import { SessionMenu } from '../panels/session/SessionMenu.js';
import { useLab } from '../store/use-lab.js';
import { Button } from './Button.js';
import type { Side } from './panel-sides.js';
import { PreferenceFields } from './PreferenceFields.js';
import { showStart } from './screen.js';
import { useText } from './use-text.js';
import styles from './TopBar.module.css';

interface Props {
  /** Which panels are folded away. */
  folded: Readonly<Record<Side, boolean>>;
  onFold: (side: Side) => void;
}

const BUTTONS = [
  { side: 'left', icon: <PanelLeft aria-hidden />, label: 'ui.start.panel.left' },
  { side: 'bottom', icon: <PanelBottom aria-hidden />, label: 'ui.start.panel.bottom' },
  { side: 'right', icon: <PanelRight aria-hidden />, label: 'ui.start.panel.right' },
] as const;

/** Back to the start screen, what is open, how time runs, and how the window looks. */
export function TopBar({ folded, onFold }: Props) {
  const t = useText();
  const name = useLab((state) => state.plan?.name ?? '');
  return (
    <header className={styles.bar}>
      <Button
        tone="quiet"
        icon={<ArrowLeft aria-hidden />}
        label={t('ui.start.back')}
        onClick={() => showStart(true)}
      />
      <h1 className={styles.name} title={name}>
        {name}
      </h1>
      <div className={styles.run}>
        <RunControls />
      </div>
      <div className={styles.sides} role="group" aria-label={t('ui.start.panels')}>
        {BUTTONS.map(({ side, icon, label }) => (
          <Button
            key={side}
            icon={icon}
            tone="quiet"
            label={t(label)}
            aria-pressed={!folded[side]}
            onClick={() => onFold(side)}
          />
        ))}
      </div>
      <SessionMenu />
      <Preferences />
    </header>
  );
}

function Preferences() {
  const t = useText();
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button tone="quiet" icon={<Settings2 aria-hidden />} label={t('ui.start.preferences')} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles.menu}
          align="end"
          sideOffset={6}
          aria-label={t('ui.start.preferences')}
        >
          <PreferenceFields />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
