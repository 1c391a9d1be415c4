/** The trace for one viewer: everything from an event on, filtered, in batches. */
import type { TraceFilter } from '#core/shared/api/commands.js';
import type { HostEvents } from '#core/shared/api/results.js';
import { traceEvent } from '#core/shared/trace/trace-event.js';
import { everyReal } from './clock.js';
import { rowFilter } from './trace-filter.js';
import type { TraceLog } from './trace-log.js';

/** Real time between two batches, in ms: every second frame of a screen, so that a viewer folds half as often. */
const BATCH_MS = 33;
/** Rows looked at for one batch, so that a burst never becomes one huge message. */
const BATCH_ROWS = 5000;

type Batch = HostEvents['trace.batch'];

/** @param ready whether the viewer can take another batch: until then it waits, and misses nothing */
export function traceFeed(
  trace: () => TraceLog | undefined,
  from: number,
  filter: TraceFilter | undefined,
  hear: (batch: Batch) => void,
  ready: () => boolean = () => true,
): { flush(): void; stop(): void } {
  let next = Math.max(1, from);
  let log = trace();
  const wanted = rowFilter(filter);
  const flush = (): void => {
    const current = trace();
    if (current !== log) {
      // Another topology has been opened: its trace begins at 1.
      log = current;
      next = 1;
    }
    while (log && next <= log.length && ready()) {
      const to = Math.min(log.length, next + BATCH_ROWS - 1);
      const rows = log.range(next, to);
      const batch = { from: next, to, events: rows.filter(wanted).map(traceEvent) };
      next = to + 1;
      try {
        hear(batch);
      } catch {
        // A viewer's own trouble, as in the event bus.
      }
    }
  };
  const stop = everyReal(BATCH_MS, flush);
  return { flush, stop };
}
