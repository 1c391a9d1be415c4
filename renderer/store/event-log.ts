/** The newest events, outside React: appended in bulk, read by windows of it. */
import type { TraceEvent } from '#core/shared/trace/trace-event.js';

/** Events that are kept; older ones can be asked for with `trace.query`. */
const KEPT = 20_000;

export class EventLog {
  private events: TraceEvent[] = [];

  append(more: readonly TraceEvent[]): void {
    for (const event of more) this.events.push(event);
    if (this.events.length > 2 * KEPT) this.events = this.events.slice(-KEPT);
  }

  /** Oldest first; do not change. */
  all(): readonly TraceEvent[] {
    return this.events;
  }

  clear(): void {
    this.events = [];
  }
}
