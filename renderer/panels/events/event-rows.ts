import type { TraceEvent } from '#core/shared/trace/trace-event.js';

/** The rows of the event list, wherever they come from: oldest first. */
export interface EventRows {
  readonly length: number;
  /** Numbers of the events that the search finds, ascending. */
  readonly matches: readonly number[];
  /** Number of the event in a row; 0 when there is no such row. */
  seqAt(index: number): number;
  /** The event in a row; undefined when it is being fetched, or there is no such row. */
  at(index: number): TraceEvent | undefined;
  /** The first row numbered `seq` or later. */
  indexOf(seq: number): number;
  /** An event by its number, where this window has it. */
  event(seq: number): TraceEvent | undefined;
}
