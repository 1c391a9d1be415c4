/** The runs of one topology: the one that was opened, and those that have left it or were run again. */
import { HostError } from '#core/shared/api/host-error.js';
import type { BranchView } from '#core/shared/api/branch-view.js';
import type { TopologyPlan } from '#core/shared/config/topology-plan.js';
import type { Journal } from '../journal/journal.js';
import type { Lab } from '../lab.js';
import type { LabOptions } from '../lab-options.js';
import type { Pictures } from '../pictures.js';
import type { TraceLog } from '../trace-log.js';

/** A run: its lab may be over, its trace and its journal can still be read. */
export interface Branch {
  readonly id: string;
  readonly parent: string | undefined;
  /** Newest event that it shares with its parent; 0: none. */
  readonly forkSeq: number;
  readonly origin: BranchView['origin'];
  title: string;
  readonly options: LabOptions;
  readonly journal: Journal;
  readonly trace: TraceLog;
  readonly pictures: Pictures;
  /** The topology as it was at event `seq`. */
  planAt(seq: number): TopologyPlan;
  /** Commands that were refused or left out when it was run again. */
  readonly leftOut: number;
  /** Event at which playing the parent again has come out otherwise; undefined: it was the same to the letter. */
  readonly differsAt: number | undefined;
  /** Takes the trace away. */
  forget(): void;
}

/** What is known of a branch beside its lab. */
export type BranchOrigin = Pick<Branch, 'parent' | 'forkSeq' | 'origin' | 'title' | 'leftOut' | 'differsAt'>;

export const OPENED: BranchOrigin = {
  parent: undefined,
  forkSeq: 0,
  origin: 'opened',
  title: '',
  leftOut: 0,
  differsAt: undefined,
};

/** Hears of branches that come and go; not of `clear`. */
export interface BranchWatch {
  added(branch: Branch): void;
  gone(branch: Branch): void;
}

export class BranchTree {
  private readonly branches = new Map<string, Branch>();
  private last = 0;
  private currentId = '';
  private readonly watch: BranchWatch;

  constructor(watch: BranchWatch) {
    this.watch = watch;
  }

  /** The branch of the lab that is open. */
  get current(): Branch | undefined {
    return this.branches.get(this.currentId);
  }

  all(): Branch[] {
    // One that was played again stands where it stood.
    return [...this.branches.values()].toSorted((a, b) => numberOf(a) - numberOf(b));
  }

  /** The branch `id`, or the current one; throws `unknown-branch`. */
  need(id = this.currentId): Branch {
    const branch = this.branches.get(id);
    if (!branch) throw new HostError('unknown-branch', { branch: id });
    return branch;
  }

  /**
   * Puts a branch in, as the current one.
   * @param id of one that is played again: it takes that one's place, if there is one
   */
  add(lab: Lab, options: LabOptions, origin: BranchOrigin, id?: string): Branch {
    if (id === undefined) this.last += 1;
    const branch: Branch = {
      ...origin,
      id: id ?? `branch-${this.last}`,
      options,
      journal: lab.journal,
      trace: lab.trace,
      pictures: lab.pictures,
      planAt: (seq) => lab.running.planAt(seq),
      forget: () => lab.forget(),
    };
    this.branches.get(branch.id)?.forget();
    this.branches.set(branch.id, branch);
    this.currentId = branch.id;
    this.last = Math.max(this.last, numberOf(branch));
    this.watch.added(branch);
    return branch;
  }

  /** Takes away a branch that has no others; throws `branch-in-use` for the current one and for parents. */
  remove(id: string): void {
    const branch = this.need(id);
    const isParent = this.all().some(({ parent }) => parent === id);
    if (isParent || id === this.currentId) throw new HostError('branch-in-use', { branch: id });
    branch.forget();
    this.branches.delete(id);
    this.watch.gone(branch);
  }

  /** Takes all away: another topology is opened. */
  clear(): void {
    for (const branch of this.all()) branch.forget();
    this.branches.clear();
    this.currentId = '';
  }

  view({ id, parent, forkSeq, origin, title, options, trace, leftOut, differsAt }: Branch): BranchView {
    return {
      id,
      ...(parent === undefined ? {} : { parent }),
      forkSeq,
      origin,
      title,
      profile: options.profile ?? '5.2',
      quirks: options.quirks ?? {},
      seed: options.seed ?? 1,
      events: trace.length,
      current: id === this.currentId,
      leftOut,
      ...(differsAt === undefined ? {} : { differsAt }),
    };
  }
}

/** n of `branch-n`. */
function numberOf({ id }: Branch): number {
  return Number(id.split('-')[1]);
}
