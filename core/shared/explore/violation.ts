import type { InvariantName } from './invariant-names.js';

/** An invariant that did not hold, and where in the trace. */
export interface Violation {
  invariant: InvariantName;
  /** What tells it from others of the same invariant: two runs with the same one have found the same thing. */
  about: string;
  /** Event of the trace at which it happened. */
  seq: number;
  /** Lab time in ms. */
  time: number;
  /** Sentence of core/shared/text. */
  code: string;
  params: Record<string, string | number>;
}
