import { useState } from 'react';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import { formatTime } from '#renderer/panels/run-controls/format-time.js';
import { select } from '#renderer/store/lab-store.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { useSummary } from './use-summary.js';
import styles from './EventChain.module.css';

/** As many are shown at first. */
const FIRST = 12;
/** Deeper steps are not moved further to the right: the panel is narrow. */
const DEEPEST = 6;

interface Props {
  label: string;
  steps: readonly { event: TraceEvent; depth: number }[];
  /** Events that are at hand, for those that only refer to another one. */
  known: readonly TraceEvent[];
}

/** Events that led to one another; each can be gone to. */
export function EventChain({ label, steps, known }: Props) {
  const t = useText();
  const { summary, kindName } = useSummary();
  const [all, setAll] = useState(false);
  const shown = all ? steps : steps.slice(0, FIRST);
  return (
    <>
      <ol className={styles.chain} aria-label={label}>
        {shown.map(({ event, depth }) => (
          <li key={event.seq} style={{ paddingLeft: Math.min(DEEPEST, Math.max(0, depth - 1)) * 10 }}>
            <button
              type="button"
              className={styles.step}
              onClick={() => select({ kind: 'event', seq: event.seq })}
            >
              <span className={styles.meta}>
                #{event.seq} · {formatTime(event.time)} · {event.node || t('ui.run.events.the-lab')}
              </span>
              <span className={styles.what}>
                <strong>{kindName(event)}</strong> {summary(event, known)}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {shown.length < steps.length ? (
        <Button onClick={() => setAll(true)}>{t('ui.inspector.chain.all', { count: steps.length })}</Button>
      ) : null}
    </>
  );
}
