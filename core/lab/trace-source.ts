import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import type { TraceIndex } from './trace-index.js';

/** A trace that can be read: that of a lab, or a finished file. */
export interface TraceSource {
  /** The seq of the newest event. */
  readonly length: number;
  /** What occurs in its batches; the newest rows may not be in it yet. */
  readonly index: TraceIndex;
  /** Rows `from` to `to`, both included, clipped to what there is. */
  range(from: number, to: number): TraceRow[];
}
