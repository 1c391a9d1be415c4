import type { Choice } from './choice.js';
import type { Violation } from './violation.js';

/** One thing that can go wrong, in its shortest form. */
export interface Find {
  /** Of the run that was shrunk; 0: the usual course, without any choice. */
  seed: number;
  /** All seeds that came to it. */
  seeds: number[];
  /** Every one of them is needed. */
  choices: Choice[];
  violation: Violation;
  /** SHA-256 over the trace in memory, and on real sockets. */
  traceHash: string;
  socketsHash: string;
  /** Trace events. */
  events: number;
  /** Choices before shrinking, and the runs that it took. */
  drawn: number;
  runs: number;
  /** False: shrinking was given up before it was known that every choice is needed. */
  minimal: boolean;
}

export interface ExploreReport {
  /** First seed, and how many were asked for. */
  from: number;
  seeds: number;
  /** How many were run. */
  ran: number;
  /** Somebody has ended it before. */
  stopped: boolean;
  /** Seeds in which something did not hold. */
  failing: number;
  /** Different things beyond those in `finds`, which were left out because there were too many. */
  notShrunk: number;
  finds: Find[];
}

export interface ExploreProgress {
  phase: 'seeds' | 'shrinking' | 'sockets';
  done: number;
  of: number;
  /** Seeds in which something did not hold. */
  failing: number;
}
