import { CircleDot, Trash2 } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useEffect } from 'react';
import { useFeed } from '#renderer/store/feed-context.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { BreakpointForm } from './BreakpointForm.js';
import { clearBreakpoint, enableBreakpoint, listBreakpoints, useBreakpoints } from './breakpoint-store.js';
import { specWords } from './breakpoint-text.js';
import styles from './Breakpoints.module.css';

/** Button with the number of breakpoints; opens their list and a form for one more. */
export function BreakpointPopover() {
  const text = useText();
  const feed = useFeed();
  const { breakpoints } = useBreakpoints();
  useEffect(() => void listBreakpoints(feed), [feed]);
  const count = breakpoints.length;
  return (
    <Popover.Root onOpenChange={(open) => open && void listBreakpoints(feed)}>
      <Popover.Trigger asChild>
        <Button
          icon={<CircleDot />}
          aria-pressed={count > 0}
          title={text('ui.run.breakpoints-count', { count })}
          className={styles.trigger ?? ''}
        >
          <span className="visually-hidden">{text('ui.run.breakpoints')}</span> {count}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles.popover}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={text('ui.run.breakpoints')}
        >
          <h2 className={styles.title}>{text('ui.run.breakpoints')}</h2>
          <p className={styles.about}>{text('ui.run.breakpoints-about')}</p>
          <BreakpointForm />
          {count === 0 && <p className={styles.about}>{text('ui.run.breakpoints-none')}</p>}
          <ul className={styles.list}>
            {breakpoints.map(({ id, spec, enabled, hits }) => {
              const name = specWords(spec, text);
              return (
                <li key={id}>
                  <input
                    type="checkbox"
                    checked={enabled}
                    aria-label={text('ui.run.breakpoint.on', { name })}
                    onChange={() => void enableBreakpoint(feed, id, !enabled)}
                  />
                  <code title={name}>{name}</code>
                  <span>{text('ui.run.breakpoint.hits', { hits })}</span>
                  <Button
                    tone="quiet"
                    icon={<Trash2 />}
                    label={text('ui.run.breakpoint.remove', { name })}
                    onClick={() => void clearBreakpoint(feed, id)}
                  />
                </li>
              );
            })}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
