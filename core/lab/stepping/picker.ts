/** Who chooses, in an ordered run, what happens next. */
import type { Releasable } from '#core/net/ready-list.js';
import type { Random } from '#core/shared/injected/random.js';
import type { ArmedTimer } from '../clock.js';

export type Candidate = Releasable | ArmedTimer;

export interface Picker {
  /**
   * @param count how many could happen now, at least 1
   * @param at the candidates: what is ready on the network, in a stable order, and last of all a timer that is due
   * @returns index of the one that does
   */
  pick(count: number, at: (index: number) => Candidate): number;
}

/** Each with the same chance, from a seed of its own: nothing else that is left to chance changes the order. */
export class SeededPicker implements Picker {
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  pick(count: number): number {
    return this.random.below(count);
  }
}
