/** Events that one wants to find again on the timeline. */
import type { TraceEvent } from '#core/shared/trace/trace-event.js';

export type MarkTone = 'bad' | 'good' | 'fault' | 'note' | 'bookmark';

export interface Mark {
  seq: number;
  tone: MarkTone;
}

const TONES: Partial<Record<TraceEvent['kind'], MarkTone>> = {
  'link.reset': 'bad',
  'link.failed': 'bad',
  'link.timedOut': 'bad',
  'link.opened': 'good',
  'fault.applied': 'fault',
  'fault.healed': 'note',
  'listener.failed': 'bad',
  'scenario.step': 'note',
  'lab.ready': 'note',
};

/** More would be one grey line. */
const MOST = 300;

/** The newest of them, the oldest first; a crash is a mark, too. */
export function marksOf(events: readonly TraceEvent[]): Mark[] {
  const marks: Mark[] = [];
  for (const { seq, kind, data } of events) {
    const crashed = kind === 'machine.transition' && data.machine === 'node' && data.state === 'crashed';
    const tone = crashed ? 'bad' : TONES[kind];
    if (tone) marks.push({ seq, tone });
  }
  return marks.slice(-MOST);
}
