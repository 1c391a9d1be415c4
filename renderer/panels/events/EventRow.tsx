import { Star } from 'lucide-react';
import { memo } from 'react';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import { useText } from '#renderer/ui/use-text.js';
import { formatTime } from '../run-controls/format-time.js';
import { groupOf } from './event-filter.js';
import styles from './EventsPanel.module.css';

interface Props {
  seq: number;
  /** Undefined: it is being fetched. */
  event: TraceEvent | undefined;
  summary: string;
  /** Whether the search finds it. */
  match: boolean;
  /** Whether it is bookmarked. */
  marked: boolean;
  selected: boolean;
  /** Whether the moment that is looked back at had not seen it yet. */
  later: boolean;
  /** Place among all rows, from 1, and how many there are. */
  place: number;
  total: number;
  top: number;
  onSelect: (seq: number) => void;
}

const BAD = new Set([
  'lab.error',
  'listener.failed',
  'port.taken',
  'link.failed',
  'link.reset',
  'link.timedOut',
  'frame.dropped',
  'packet.dropped',
  'fault.applied',
  'machine.refused',
]);

export const EventRow = memo(function EventRow({
  seq,
  event,
  summary,
  match,
  marked,
  selected,
  later,
  place,
  total,
  top,
  onSelect,
}: Props) {
  const text = useText();
  const kind = event?.kind;
  return (
    <div
      id={`event-${seq}`}
      role="option"
      aria-selected={selected}
      aria-posinset={place}
      aria-setsize={total}
      className={styles.row}
      data-match={match || undefined}
      data-later={later || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onSelect(seq)}
    >
      <span className={styles.seq}>
        {marked && <Star aria-label={text('ui.filter.bookmarks')} />}
        {seq}
      </span>
      <span className={styles.time}>{event && formatTime(event.time)}</span>
      <span className={styles.node}>{event && (event.node || text('ui.run.events.the-lab'))}</span>
      <span
        className={styles.kind}
        data-group={kind && groupOf(kind)}
        data-bad={(kind && BAD.has(kind)) || undefined}
      >
        {kind && text(`ui.run.kind.${kind}`)}
      </span>
      <span className={styles.summary} title={summary}>
        {summary}
      </span>
    </div>
  );
});
