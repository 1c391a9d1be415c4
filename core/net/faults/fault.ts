/** What a kind of fault is: one file each; `kinds.ts` and core/lab/faults/kinds.ts list them. */
import type { Random } from '#core/shared/injected/random.js';
import type { OptionSpecs, OptionValues } from '#core/shared/faults/fault-options.js';
import type { FaultGround, FaultGroup } from '#core/shared/faults/fault-kind-view.js';
import type { Network } from '../network.js';

/** One fault as it is put on. */
export interface FaultOrder {
  /** `fault-3`. */
  readonly id: string;
  readonly kind: string;
  /** What its kind's `on` says it is. */
  readonly target: string;
  readonly direction: 'ab' | 'ba' | 'both';
  /** Checked, with the defaults filled in. */
  readonly options: OptionValues;
  /** A stream of its own, so that a fault more or less changes nobody else's chances. */
  readonly random: Random;
  /** Whether the fault hits this frame, by pattern, count and probability; without a frame: this occurrence. */
  hits(frame?: { text: string }): boolean;
  /** For what ends by itself: it has run its course. */
  end(): void;
}

/** An option whose value means nothing here. */
export interface BadOption {
  option: string;
  /** What may stand there. */
  allowed: string;
}

/** @typeParam Ground what it works on: the network, or the whole lab */
export interface FaultKind<Ground = Network> {
  readonly kind: string;
  readonly on: FaultGround;
  readonly group: FaultGroup;
  readonly options: OptionSpecs;
  /** Whether it makes a difference which way frames go. */
  readonly directed?: true;
  /** Over as soon as it has happened: it never stays on. */
  readonly once?: true;
  /** Twice on the same target makes no sense. */
  readonly exclusive?: true;
  /** Groups of nodes that a target must have at least, of a kind that is `on: 'nodes'`; default 2. */
  readonly groups?: 1;
  /** What an option alone cannot know: whether what it names is there. */
  check?(ground: Ground, request: { target: string; options: OptionValues }): BadOption | undefined;
  /**
   * Puts the fault on its target.
   * @returns what takes it away again; undefined for what is over as soon as it has happened
   */
  apply(ground: Ground, order: FaultOrder): (() => void) | undefined;
}
