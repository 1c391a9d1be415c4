/** Questions to the log: all of them read it once, newest first where only the newest count. */
import type { TraceEvent } from '#core/shared/trace/trace-event.js';

type Events = readonly TraceEvent[];

/** The event with that number; undefined: it is older than the log, or was left out of it. */
export function eventOf(events: Events, seq: number): TraceEvent | undefined {
  let [low, high] = [0, events.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const event = events[middle];
    if (!event) return undefined;
    if (event.seq === seq) return event;
    if (event.seq < seq) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** The newest `limit` events that are `wanted`, newest first. */
export function newest(events: Events, limit: number, wanted: (event: TraceEvent) => boolean): TraceEvent[] {
  const found: TraceEvent[] = [];
  for (let index = events.length - 1; index >= 0 && found.length < limit; index -= 1) {
    const event = events[index];
    if (event && wanted(event)) found.push(event);
  }
  return found;
}

const MOVES = new Set(['machine.started', 'machine.transition', 'machine.refused', 'machine.stopped']);

/** What a machine did and what it refused, newest first. */
export function movesOf(events: Events, instance: string, limit = 50): TraceEvent[] {
  return newest(events, limit, ({ kind, data }) => MOVES.has(kind) && data.instance === instance);
}

/** What a process has printed and logged, oldest first. */
export function linesOf(events: Events, node: string): TraceEvent[] {
  return events.filter(
    (event) => event.node === node && (event.kind === 'node.log' || event.kind === 'node.console'),
  );
}
