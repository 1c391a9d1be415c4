/** The rows of the event list: the log through a filter, kept up by looking at new events only. */
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import type { EventRows } from './event-rows.js';
import { finds, shows, type EventFilter } from './event-filter.js';

export class FilteredLog implements EventRows {
  /** Oldest first. */
  rows: TraceEvent[] = [];
  /** Numbers of the events among `rows` that the search finds, ascending. */
  matches: number[] = [];
  private readonly filter: EventFilter;
  private readonly needle: string;
  private seen: TraceEvent | undefined;
  private events: readonly TraceEvent[] = [];

  constructor(filter: EventFilter) {
    this.filter = filter;
    this.needle = filter.find.trim().toLowerCase();
  }

  /** Takes in what is new in `events` (oldest first) and lets go of what is no longer there; gives how many rows went. */
  update(events: readonly TraceEvent[]): number {
    // Numbers begin at 1 again with another topology: only the very event tells that the log is still the same.
    if (this.seen && eventOfSeq(events, this.seen.seq) !== this.seen) this.restart();
    const gone = this.forget(events[0]?.seq ?? 0);
    for (let index = indexOfSeq(events, (this.seen?.seq ?? 0) + 1); index < events.length; index += 1) {
      const event = events[index];
      if (!event || !shows(this.filter, event)) continue;
      this.rows.push(event);
      if (this.needle && finds(this.needle, event)) this.matches.push(event.seq);
    }
    this.seen = events.at(-1);
    this.events = events;
    return gone;
  }

  get length(): number {
    return this.rows.length;
  }

  seqAt(index: number): number {
    return this.rows[index]?.seq ?? 0;
  }

  at(index: number): TraceEvent | undefined {
    return this.rows[index];
  }

  indexOf(seq: number): number {
    return indexOfSeq(this.rows, seq);
  }

  event(seq: number): TraceEvent | undefined {
    return eventOfSeq(this.events, seq);
  }

  private restart(): void {
    this.rows = [];
    this.matches = [];
    this.seen = undefined;
  }

  private forget(oldest: number): number {
    const gone = indexOfSeq(this.rows, oldest);
    if (gone > 0) {
      this.rows.splice(0, gone);
      this.matches = this.matches.filter((seq) => seq >= oldest);
    }
    return gone;
  }
}

/** Index of the first event numbered `seq` or later. */
export function indexOfSeq(events: readonly { readonly seq: number }[], seq: number): number {
  return lowerBound(events.length, (index) => (events[index]?.seq ?? 0) < seq);
}

/** The first index below `length` for which `before` is no longer true. */
export function lowerBound(length: number, before: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The event numbered `seq`, where it is kept. */
export function eventOfSeq(events: readonly TraceEvent[], seq: number): TraceEvent | undefined {
  const event = events[indexOfSeq(events, seq)];
  return event?.seq === seq ? event : undefined;
}
