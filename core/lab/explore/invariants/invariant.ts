import type { InvariantName } from '#core/shared/explore/invariant-names.js';
import type { Violation } from '#core/shared/explore/violation.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import type { Lab } from '#core/lab/lab.js';

/** What an invariant has found, before it is told which one it was. */
export type Finding = Omit<Violation, 'invariant'>;

/** Reads one run, row by row. */
export interface Watcher {
  /** The first thing that is wrong, if this row makes it so. */
  take(row: TraceRow): Finding | undefined;
  /** What is wrong now that nothing is on its way any more. */
  atEnd?(): Finding | undefined;
}

export interface Invariant {
  name: InvariantName;
  watch(lab: Lab): Watcher;
}
