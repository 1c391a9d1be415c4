import type { TraceRow } from '../trace-schema.js';

/** Rows of a trace by range, wherever they lie: in memory, in a log on disk. Their `seq` runs from 1 without gaps. */
export interface TraceSource {
  /** Number of rows: the seq of the newest. */
  readonly length: number;
  /** Rows `from` to `to`, both included, clipped to what there is. */
  range(from: number, to: number): TraceRow[];
}

/** Rows read at a time: what a comparison holds of a trace. */
const CHUNK = 4096;

export function* rowsOf(source: TraceSource, from = 1, to = source.length): Generator<TraceRow> {
  for (let start = from; start <= to; start += CHUNK) {
    yield* source.range(start, Math.min(to, start + CHUNK - 1));
  }
}

export function rowAt(source: TraceSource, seq: number): TraceRow | undefined {
  return source.range(seq, seq)[0];
}

/** A trace that is in memory as a whole. */
export function sourceOf(rows: readonly TraceRow[]): TraceSource {
  return { length: rows.length, range: (from, to) => rows.slice(Math.max(0, from - 1), to) };
}
