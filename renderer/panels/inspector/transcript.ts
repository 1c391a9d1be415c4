/** What went over a link, in order: one row a frame, with what became of it, and what happened to the connection. */
import type { Direction } from '#core/shared/trace/trace-schema.js';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';

export interface FrameRow {
  row: 'frame';
  /** `seq` of its `frame.sent`. */
  seq: number;
  time: number;
  direction: Direction;
  /** As it was sent. */
  text: string;
  fate: 'waiting' | 'delivered' | 'dropped';
  /** Why it was dropped, or what changed it. */
  reason?: string;
  /** As it arrived, when a fault has changed it. */
  changed?: string;
}

export interface NoteRow {
  row: 'note';
  seq: number;
  time: number;
  event: TraceEvent;
}

export type TranscriptRow = FrameRow | NoteRow;

export function transcriptOf(events: readonly TraceEvent[], link: string): TranscriptRow[] {
  const rows: TranscriptRow[] = [];
  const frames = new Map<string, FrameRow>();
  for (const event of events) {
    if (event.kind.startsWith('frame.') && event.data.link === link) takeFrame(event, rows, frames);
    else if (isNote(event, link)) rows.push({ row: 'note', seq: event.seq, time: event.time, event });
  }
  return rows;
}

function isNote({ kind, data }: TraceEvent, link: string): boolean {
  if (kind.startsWith('fault.')) return data.target === link;
  return kind.startsWith('link.') && data.link === link;
}

function takeFrame(event: TraceEvent, rows: TranscriptRow[], frames: Map<string, FrameRow>): void {
  const { kind, seq, time, data } = event;
  const id = String(data.frame);
  if (kind === 'frame.sent') {
    const direction = data.direction === 'ba' ? 'ba' : 'ab';
    const row: FrameRow = { row: 'frame', seq, time, direction, text: String(data.text), fate: 'waiting' };
    frames.set(id, row);
    rows.push(row);
    return;
  }
  const row = frames.get(id);
  if (!row) return;
  if (kind === 'frame.delivered') row.fate = 'delivered';
  else if (kind === 'frame.dropped') Object.assign(row, { fate: 'dropped', reason: String(data.reason) });
  else if (kind === 'frame.changed')
    Object.assign(row, { changed: String(data.text), reason: String(data.reason) });
}
