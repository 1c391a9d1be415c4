/**
 * Going back: a lab is never turned back, another one is opened and plays the journal of the first again, up to the event
 * where somebody wants to go another way.
 */
import type { Profile } from '#core/component/node-context.js';
import { HostError } from '#core/shared/api/host-error.js';
import type { JournalEntry } from '../journal/journal-entry.js';
import { replay, type ReplayHands } from '../journal/replay.js';
import type { Lab } from '../lab.js';
import type { LabOptions } from '../lab-options.js';
import type { LabSession } from '../lab-session.js';
import type { Branch, BranchOrigin } from './branch-tree.js';
import { traceDifference } from './trace-difference.js';

/** Settings that a run may be repeated with. */
export interface OtherSettings {
  profile?: Profile | undefined;
  quirks?: Record<string, boolean> | undefined;
  seed?: number | undefined;
}

/** Carries out a command on the open lab; a refusal is thrown. */
export type Carry = (command: string, args: unknown) => void;

export class TimeTravel {
  private readonly session: LabSession;
  private readonly carry: Carry;

  constructor(session: LabSession, carry: Carry) {
    this.session = session;
    this.carry = carry;
  }

  /**
   * Opens a branch that has gone the way of `from` up to event `seq` (to the end of its step, with what was done then that left
   * no event), and pauses there.
   */
  async fork(from: Branch, seq: number, title: string): Promise<Branch> {
    if (seq > from.trace.length) throw new HostError('unknown-event', { seq });
    const entries = from.journal.entriesUpTo(seq);
    const { lab, differsAt } = await this.again(from, entries);
    const forkSeq = differsAt === undefined ? lab.trace.length : differsAt - 1;
    const origin: BranchOrigin = { parent: from.id, forkSeq, origin: 'fork', title, leftOut: 0, differsAt };
    const branch = this.session.branches.add(lab, optionsOf(from), origin);
    await lab.stepper.pause();
    return branch;
  }

  /** Plays a branch to its end, and pauses there: from then on it is the one that runs. */
  async enter(branch: Branch): Promise<Branch> {
    const { lab, differsAt } = await this.again(branch, branch.journal.length);
    const entered = this.session.branches.add(
      lab,
      optionsOf(branch),
      { ...branch, differsAt: branch.differsAt ?? differsAt },
      branch.id,
    );
    await lab.stepper.pause();
    return entered;
  }

  /** What users have done in `from`, at the same lab times, under other settings: a run of its own from the start. */
  async rerun(from: Branch, settings: OtherSettings, title: string): Promise<Branch> {
    const { profile = from.options.profile, seed = from.options.seed } = settings;
    const quirks = { ...from.options.quirks, ...settings.quirks };
    const options: LabOptions = { ...optionsOf(from), quirks };
    if (profile !== undefined) options.profile = profile;
    if (seed !== undefined) options.seed = seed;
    let leftOut = 0;
    const lab = await this.session.replace(options, async (opened) => {
      await opened.stepper.ordered();
      await opened.boot();
      for (const entry of from.journal.entries()) {
        if (!isDeed(entry)) continue;
        if ((await opened.stepper.run({ until: entry[2] })) === 'stopped') break;
        if (!this.repeat(opened, entry)) leftOut += 1;
      }
      await opened.stepper.run({ until: timeAtEnd(from) });
    });
    const origin: BranchOrigin = {
      parent: from.id,
      forkSeq: 0,
      origin: 'rerun',
      title,
      leftOut,
      differsAt: undefined,
    };
    const branch = this.session.branches.add(lab, options, origin);
    await lab.stepper.pause();
    return branch;
  }

  /** Whether that could be done again; what works on single frames cannot: their ids are others. */
  private repeat(lab: Lab, entry: JournalEntry): boolean {
    if (entry[0] === 'note') {
      if (entry[3] === 'scenario.step') lab.note(entry[3], entry[4] as never);
      return true;
    }
    if (entry[0] !== 'command' || entry[3].startsWith('pending.')) return false;
    let done = true;
    lab.stepper.between(() => {
      lab.journal.command(entry[3], entry[4]);
      try {
        this.carry(entry[3], entry[4]);
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        done = false;
      }
    });
    return done;
  }

  private async again(from: Branch, count: number): Promise<{ lab: Lab; differsAt: number | undefined }> {
    let lost = false;
    const lab = await this.session.replace(optionsOf(from), async (opened) => {
      const hands = replayHands(this.session, this.carry, opened);
      opened.journal.follow(from.journal.kept);
      const end = await replay(opened, from.journal.entries(0, count), hands);
      opened.journal.follow(undefined);
      lost = end.lost !== undefined;
    });
    const shared = Math.min(lab.trace.length, from.trace.length);
    const differsAt = traceDifference(from.trace, lab.trace, shared);
    // The same as far as it came: what should have come next was not there.
    return { lab, differsAt: differsAt ?? (lost ? shared + 1 : undefined) };
  }
}

/** Plays on `lab` as long as it is the open one. */
export function replayHands(session: LabSession, carry: Carry, lab: Lab): ReplayHands {
  return {
    goOn: () => session.openLab === lab,
    command: (name, args) => {
      try {
        carry(name, args);
      } catch (error) {
        // It was refused the first time, too.
        if (!(error instanceof HostError)) throw error;
      }
    },
  };
}

/** The same lab, with a trace of its own. */
function optionsOf({ options }: Branch): LabOptions {
  const { traceFile: _, ...rest } = options;
  return rest;
}

/** What users, scenarios and strangers have done: all but the steps. */
function isDeed([kind]: JournalEntry): boolean {
  return kind === 'command' || kind === 'note' || kind === 'outside';
}

/** Lab time in µs of the newest event. */
function timeAtEnd({ trace }: Branch): number {
  return trace.range(trace.length, trace.length)[0]?.[1] ?? 0;
}
