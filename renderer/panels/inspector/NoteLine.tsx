import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import { formatTime } from '#renderer/panels/run-controls/format-time.js';
import { select } from '#renderer/store/lab-store.js';
import { useSummary } from './use-summary.js';
import styles from './Transcript.module.css';

/** What happened to the connection itself, between the frames. */
export function NoteLine({ event }: { event: TraceEvent }) {
  const { summary, kindName } = useSummary();
  return (
    <button type="button" className={styles.noted} onClick={() => select({ kind: 'event', seq: event.seq })}>
      <time>{formatTime(event.time)}</time> {kindName(event)} · {summary(event)}
    </button>
  );
}
