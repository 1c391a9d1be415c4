/** Plays the entries of a journal on a lab that has just been opened: the same steps, so the same trace. */
import { ReplayedOutside } from '#core/net/replayed-outside.js';
import type { Lab } from '../lab.js';
import { outsideEvent, type JournalEntry } from './journal-entry.js';

export interface ReplayEnd {
  /** Entries that were played. */
  played: number;
  /** What could not be played, because nothing like it was there; undefined: all went as written. */
  lost?: JournalEntry;
  /** Something has ended it early (the lab was closed, another one opened). */
  stopped: boolean;
}

export interface ReplayHands {
  /** Carries out a command; its refusals were refusals then, too. */
  command(name: string, args: unknown): void;
  /** Whether to go on. */
  goOn(): boolean;
  /** Called after each entry; what it gives is awaited. */
  rest?(): Promise<void> | undefined;
}

/** @param lab opened, its starts not armed yet */
export async function replay(
  lab: Lab,
  entries: Iterable<JournalEntry>,
  hands: ReplayHands,
): Promise<ReplayEnd> {
  const player = new Player(lab, hands);
  lab.armStarts();
  let played = 0;
  for (const entry of entries) {
    if (!hands.goOn()) return { played, stopped: true };
    if (!(await player.play(entry))) return { played, stopped: false, lost: entry };
    played += 1;
    const rest = hands.rest?.();
    if (rest) await rest;
  }
  return { played, stopped: !(await player.settled()) };
}

class Player {
  private readonly lab: Lab;
  private readonly hands: ReplayHands;
  private readonly outside: ReplayedOutside;
  /** The step that is on: a dial to a server outside ends with the answer, which is an entry of its own. */
  private step: Promise<boolean> = Promise.resolve(true);

  constructor(lab: Lab, hands: ReplayHands) {
    this.lab = lab;
    this.hands = hands;
    this.outside = new ReplayedOutside(lab.network);
  }

  async play(entry: JournalEntry): Promise<boolean> {
    const [kind, , time] = entry;
    const isAnswer = kind === 'outside' && entry[3].kind === 'answered';
    if (isAnswer) return this.outside.play(outsideEvent(entry[3]));
    if (!(await this.settled())) return false;
    if (kind !== 'step') this.lab.clock.advanceTo(time);
    switch (kind) {
      case 'step':
        this.step = this.lab.stepper.replay(entry[3], time, entry[4] === 1);
        // Most steps are over at once in memory; on sockets the next entry is looked at while it settles.
        return true;
      case 'mode':
        this.lab.stepper.replayMode(entry[3]);
        return true;
      case 'command':
        this.lab.journal.command(entry[3], entry[4]);
        this.lab.network.settling.during(() => this.hands.command(entry[3], entry[4]));
        return true;
      case 'note':
        this.lab.note(entry[3], entry[4] as never);
        return true;
      case 'outside':
        return this.outside.play(outsideEvent(entry[3]));
    }
  }

  settled(): Promise<boolean> {
    return this.step;
  }
}
