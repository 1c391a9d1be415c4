import type { TraceKind, TraceRows } from '#core/shared/trace/trace-schema.js';

/** Where everything observable is written. */
export interface TraceSink {
  /**
   * Records one event and gives its `seq`. The cause is what is running now (`under`), unless one is given.
   * @param node name of the process or client it happened in; empty for the lab itself
   */
  record<K extends TraceKind>(kind: K, node: string, values: TraceRows[K], cause?: number): number;
  /** Runs `work` with `cause` as the reason of everything recorded, sent or armed meanwhile. */
  under(cause: number, work: () => void): void;
  /** `seq` of what is running now; 0: nothing of the lab's. */
  readonly cause: number;
}
