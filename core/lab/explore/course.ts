/**
 * The usual course, and where choices leave it: what has waited longest goes first. It counts what has gone on each line,
 * which is how choices name their moment.
 *
 * Invariants:
 * 1. Without choices the same candidates in the same order give the same course: no chance is involved.
 * 2. What is to go later goes when nothing else can, so that lab time never jumps because of it.
 */
import type { Releasable } from '#core/net/ready-list.js';
import {
  isFault,
  momentKey,
  type Choice,
  type FaultChoice,
  type Moment,
} from '#core/shared/explore/choice.js';
import type { Candidate, Picker } from '../stepping/picker.js';
import { LineKeys } from './line-key.js';

interface Turn {
  /** Smaller goes first. */
  number: number;
  /** Others that still go before it. */
  yields: number;
}

export class Course implements Picker {
  /** Hears of each thing that goes on the network. */
  went: ((moment: Moment) => void) | undefined;
  private readonly keys = new LineKeys();
  private readonly turns = new Map<Releasable, Turn>();
  private readonly gone = new Map<string, number>();
  private readonly later = new Map<string, number>();
  private readonly faults = new Map<string, FaultChoice[]>();
  private due: FaultChoice[] = [];
  private last = 0;

  constructor(choices: readonly Choice[]) {
    for (const choice of choices) {
      if (isFault(choice)) {
        const key = momentKey(choice.after);
        this.faults.set(key, [...(this.faults.get(key) ?? []), choice]);
      } else this.later.set(momentKey(choice.later), choice.later.by);
    }
  }

  pick(count: number, at: (index: number) => Candidate): number {
    let best = 0;
    let bestTurn: Turn | undefined;
    for (let index = 0; index < count; index += 1) {
      const item = at(index);
      // A timer that is due has waited since before anything that became ready after it.
      if ('run' in item) return index;
      const turn = this.turnOf(item);
      if (bestTurn && !before(turn, bestTurn)) continue;
      best = index;
      bestTurn = turn;
    }
    const chosen = at(best);
    if (!('run' in chosen)) this.goes(chosen, bestTurn?.number ?? 0);
    return best;
  }

  /** Faults whose moment has come since the last call. */
  takeDue(): FaultChoice[] {
    return this.due.splice(0);
  }

  get hasDue(): boolean {
    return this.due.length > 0;
  }

  private turnOf(item: Releasable): Turn {
    const known = this.turns.get(item);
    if (known) return known;
    this.last += 1;
    const turn = { number: this.last, yields: this.yieldsOf(item) };
    this.turns.set(item, turn);
    return turn;
  }

  private yieldsOf(item: Releasable): number {
    if (this.later.size === 0) return 0;
    const line = this.keys.of(item);
    return this.later.get(momentKey({ line, nth: (this.gone.get(line) ?? 0) + 1 })) ?? 0;
  }

  private goes(item: Releasable, number: number): void {
    this.turns.delete(item);
    for (const turn of this.turns.values()) if (turn.yields > 0 && turn.number < number) turn.yields -= 1;
    const line = this.keys.of(item);
    const nth = (this.gone.get(line) ?? 0) + 1;
    this.gone.set(line, nth);
    this.went?.({ line, nth });
    const faults = this.faults.get(momentKey({ line, nth }));
    if (faults) this.due.push(...faults);
  }
}

/** Who yields goes behind all who do not. */
function before(left: Turn, right: Turn): boolean {
  const [leftYields, rightYields] = [left.yields > 0, right.yields > 0];
  if (leftYields !== rightYields) return rightYields;
  return left.number < right.number;
}
