/** Reads the store's log on from where it stopped the last time. */
import type { TraceEvent } from '#core/shared/trace/trace-event.js';

export interface Fresh {
  /** The log has begun anew: forget what was read before. */
  again: boolean;
  events: readonly TraceEvent[];
}

export class LogReader {
  private seen: readonly TraceEvent[] | undefined;
  private read = 0;

  take(all: readonly TraceEvent[]): Fresh {
    // A cleared log is another array that begins with event 1; one that dropped its oldest events begins later.
    const again = all !== this.seen && (all[0]?.seq ?? 1) === 1;
    if (again) this.read = 0;
    this.seen = all;
    let first = all.length;
    while (first > 0 && (all[first - 1]?.seq ?? 0) > this.read) first -= 1;
    this.read = all.at(-1)?.seq ?? this.read;
    return { again, events: first === all.length ? [] : all.slice(first) };
  }
}
