import { Popover } from 'radix-ui';
import { useId, useState, type ReactNode } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import styles from './PendingPanel.module.css';

const FIRST_MS = 1000;

/** Asks for how long, from a button that is given. */
export function DelayPopover({ onDelay, children }: { onDelay: (ms: number) => void; children: ReactNode }) {
  const text = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [ms, setMs] = useState(String(FIRST_MS));
  const amount = Number(ms);
  const usable = ms.trim() !== '' && Number.isFinite(amount) && amount > 0;
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>{children}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles.popover}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label={text('ui.run.pending.delay-title')}
          // The table would take these for its own: React's events pass through portals.
          onKeyDown={(event) => event.stopPropagation()}
          onClick={(event) => event.stopPropagation()}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          <form
            className={styles.delay}
            onSubmit={(event) => {
              event.preventDefault();
              if (!usable) return;
              setOpen(false);
              onDelay(amount);
            }}
          >
            <strong>{text('ui.run.pending.delay-title')}</strong>
            <p>{text('ui.run.pending.delay-about')}</p>
            <label htmlFor={id}>{text('ui.run.pending.delay-ms')}</label>
            <input
              id={id}
              type="number"
              min="1"
              step="any"
              value={ms}
              onChange={(event) => setMs(event.target.value)}
            />
            <Button type="submit" tone="primary" disabled={!usable}>
              {text('ui.run.pending.delay-set')}
            </Button>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
