import type { Network } from '../network.js';

/** What a kind of fault is put on, and how. */
export interface FaultOrder {
  /** Node name or link id, as the kind asks. */
  target: string;
  how?: string | undefined;
}

/** One kind of fault, one file. */
export interface FaultKind {
  readonly kind: string;
  /** What its target must be. */
  readonly on: 'node' | 'link';
  /** What `how` may say; the first is meant when it says nothing. */
  readonly hows: readonly string[];
  /**
   * Puts the fault on its target.
   * @returns what takes it away again; undefined: it was over as soon as it had happened
   */
  apply(network: Network, order: FaultOrder): (() => void) | undefined;
}
