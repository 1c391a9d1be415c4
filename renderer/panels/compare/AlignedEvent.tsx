import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import { useText } from '#renderer/ui/use-text.js';
import { summarise } from '../events/summarise.js';
import { formatTime } from '../run-controls/format-time.js';
import styles from './CompareDialog.module.css';

interface Props {
  event: TraceEvent | undefined;
  /** Whether it is the one that is looked for. */
  chosen: boolean;
  label: string;
  onGo: (seq: number) => void;
}

/** An event of one side; an empty place where that side has none. */
export function AlignedEvent({ event, chosen, label, onGo }: Props) {
  const text = useText();
  if (!event) return <span className={styles.gap} />;
  const said = summarise(event, { text, event: () => undefined });
  return (
    <button
      type="button"
      className={styles.event}
      data-chosen={chosen || undefined}
      title={`${label}\n${said}`}
      onClick={() => onGo(event.seq)}
    >
      <span className={styles.seq}>{event.seq}</span>
      <span className={styles.time}>{formatTime(event.time)}</span>
      <span className={styles.node}>{event.node}</span>
      <span className={styles.kind}>{event.kind}</span>
      <span className={styles.what}>{said}</span>
    </button>
  );
}
