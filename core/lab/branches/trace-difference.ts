import type { TraceLog } from '../trace-log.js';

/** Rows compared at a time. */
const CHUNK = 4096;

/** The first event up to `last` that is not the same in both traces; undefined: all are. */
export function traceDifference(left: TraceLog, right: TraceLog, last: number): number | undefined {
  for (let from = 1; from <= last; from += CHUNK) {
    const to = Math.min(last, from + CHUNK - 1);
    const [these, those] = [left.range(from, to), right.range(from, to)];
    for (let index = 0; index <= to - from; index += 1) {
      if (JSON.stringify(these[index]) !== JSON.stringify(those[index])) return from + index;
    }
  }
  return undefined;
}
