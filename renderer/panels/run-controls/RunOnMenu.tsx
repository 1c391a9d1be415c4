import { ChevronDown, FastForward } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import type { TraceKind } from '#core/shared/trace/trace-schema.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { RunUntilDialog } from './RunUntilDialog.js';
import styles from './RunOnMenu.module.css';
import type { RunOn } from './until-fields.js';

const SECONDS = [1, 5, 30] as const;
/** Lab time after which a wait for an event is given up, in ms. */
const LONGEST_WAIT_MS = 60_000;

const NEXT = {
  frame: ['frame.delivered'],
  opened: ['link.opened'],
  ended: ['link.closed', 'link.reset', 'link.timedOut', 'link.failed', 'link.fin'],
  transition: ['machine.transition'],
  refused: ['machine.refused'],
  log: ['node.log'],
} as const satisfies Record<string, readonly TraceKind[]>;

const NEXT_NAMES = Object.keys(NEXT) as (keyof typeof NEXT)[];

interface Props {
  disabled: boolean;
  onRun: (args: RunOn) => void;
  onFast: () => void;
}

/** Ways to run on in order for a bounded while. */
export function RunOnMenu({ disabled, onRun, onFast }: Props) {
  const text = useText();
  const [asking, setAsking] = useState(false);
  return (
    <>
      {asking && <RunUntilDialog onRun={onRun} onClose={() => setAsking(false)} />}
      <DropdownMenu.Root>
        <DropdownMenu.Trigger asChild disabled={disabled}>
          <Button icon={<FastForward />} title={text('ui.run.on-hint')}>
            {text('ui.run.on')}
            <ChevronDown aria-hidden="true" />
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className={styles.menu} align="start" sideOffset={4} collisionPadding={8}>
            <DropdownMenu.Item className={styles.item} onSelect={() => setAsking(true)}>
              {text('ui.run.on.until')}
            </DropdownMenu.Item>
            <DropdownMenu.Item className={styles.item} onSelect={onFast}>
              {text('ui.run.on.fast')}
            </DropdownMenu.Item>
            <DropdownMenu.Separator className={styles.separator} />
            <DropdownMenu.Label className={styles.label}>{text('ui.run.on.time')}</DropdownMenu.Label>
            {SECONDS.map((seconds) => (
              <DropdownMenu.Item
                key={seconds}
                className={styles.item}
                onSelect={() => onRun({ forMs: seconds * 1000 })}
              >
                + {text('ui.run.on.seconds', { seconds })}
              </DropdownMenu.Item>
            ))}
            <DropdownMenu.Separator className={styles.separator} />
            <DropdownMenu.Label className={styles.label}>{text('ui.run.on.next')}</DropdownMenu.Label>
            {NEXT_NAMES.map((name) => (
              <DropdownMenu.Item
                key={name}
                className={styles.item}
                onSelect={() => onRun({ event: { kinds: [...NEXT[name]] }, forMs: LONGEST_WAIT_MS })}
              >
                {text(`ui.run.on.${name}`)}
              </DropdownMenu.Item>
            ))}
            <DropdownMenu.Label className={styles.note}>{text('ui.run.on.limit')}</DropdownMenu.Label>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </>
  );
}
