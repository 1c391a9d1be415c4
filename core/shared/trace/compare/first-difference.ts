import { rowsOf, type TraceSource } from './trace-source.js';

/** The first event that is not the same to the letter in both traces; undefined: the traces are the same. */
export function firstDifference(left: TraceSource, right: TraceSource): number | undefined {
  const shared = Math.min(left.length, right.length);
  const those = rowsOf(right, 1, shared);
  for (const row of rowsOf(left, 1, shared)) {
    if (JSON.stringify(row) !== JSON.stringify(those.next().value)) return row[0];
  }
  return left.length === right.length ? undefined : shared + 1;
}
