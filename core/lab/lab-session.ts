/** What the commands of the host API work on: the lab that is open, if any, and what outlives it. */
import { HostError } from '#core/shared/api/host-error.js';
import type { ClockView } from '#core/shared/api/results.js';
import { BranchTree, OPENED } from './branches/branch-tree.js';
import type { TopologySource } from './commands/topology-commands.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import { Breakpoints, type BreakpointHit } from './breakpoints.js';
import { EventBus } from './event-bus.js';
import { Lab } from './lab.js';
import type { LabOptions } from './lab-options.js';
import type { SessionKeeping } from './session/session-keeping.js';
import type { TopologyPlan } from '#core/shared/config/topology-plan.js';
import { previewTopology } from '#core/shared/config/preview/preview-topology.js';
import { sourcesOf } from '#core/shared/config/edit-topology/topology-file.js';
import type { Finding } from '#core/shared/config/lint/finding.js';
import type { Bookmark, SessionHeader } from '#core/shared/session/session-schema.js';

/** What the open topology was made of. */
export interface OpenSource extends TopologySource {
  findings: Finding[];
  /** Folder or file; undefined when the texts were given. */
  folder?: string | undefined;
  /** Name → text, as the folder had it when it was last read or written. */
  saved: ReadonlyMap<string, string>;
}

export class LabSession {
  readonly bus = new EventBus();
  readonly breakpoints = new Breakpoints();
  speed = 1;
  /** How often a breakpoint has stopped the lab. */
  stops = 0;
  /** Whether the boot went through; false: a breakpoint or `clock.pause` has stopped it. */
  booted = false;
  readonly branches = new BranchTree({
    added: (branch) => {
      if (this.source) this.keeping?.branch(branch);
    },
    gone: (branch) => {
      if (this.source) this.keeping?.gone(branch);
    },
  });
  /** A journal is being played: nobody else may do anything to the lab. */
  replaying = false;
  /** Undefined while nothing is open or the boot is on. */
  source: OpenSource | undefined;
  bookmarks: Bookmark[] = [];
  /** What the window wants to find again. */
  view: SessionHeader['view'];
  /** Keeps the session while it is open. */
  keeping: SessionKeeping | undefined;
  /** Version of the program. */
  labVersion: string | undefined;
  private current: Lab | undefined;
  /** Calls of `open` so far. */
  private opened = 0;
  private over = false;
  private closing: Promise<void> = Promise.resolve();
  private written: Promise<unknown> = Promise.resolve();

  /** The open lab; throws `no-topology` when there is none. */
  get lab(): Lab {
    if (!this.current) throw new HostError('no-topology');
    return this.current;
  }

  get openLab(): Lab | undefined {
    return this.current;
  }

  /**
   * Opens and boots a lab in place of the one that is open; the newest call wins. Rejects with `closed` when another
   * one has come, or everything was closed, before this lab was there.
   */
  async open(options: LabOptions, bootSpeed?: number): Promise<Lab> {
    return this.begin(options, false, async (lab) => {
      this.branches.clear();
      this.branches.add(lab, options, OPENED);
      this.hearFrames(lab);
      this.booted = await lab.boot(bootSpeed);
    });
  }

  /**
   * Opens another lab in place of the one that is open, whose trace is kept; nobody else acts on it before `drive` is
   * done. Rejects with `closed` like `open`.
   */
  async replace(options: LabOptions, drive: (lab: Lab) => Promise<void>): Promise<Lab> {
    this.replaying = true;
    try {
      const lab = await this.begin(options, true, drive);
      this.hearFrames(lab);
      this.booted = true;
      return lab;
    } finally {
      this.replaying = false;
    }
  }

  /** What is found in the texts that the lab runs by. */
  findings(): readonly Finding[] {
    const { lab, source } = this;
    if (lab.texts === this.branches.current?.options.texts) return source?.findings ?? [];
    const named = { name: lab.topology.name, ...sourcesOf(lab.texts) };
    const { findings } = previewTopology(named, lab.profile, lab.topology);
    return [...(source?.problems ?? []), ...findings];
  }

  /** Keeps where the cards stand, in every branch. */
  place(positions: NonNullable<TopologyPlan['positions']>): void {
    this.lab.topology.positions = positions;
    for (const { options } of this.branches.all()) options.topology.positions = positions;
    this.keepHeader();
  }

  /**
   * Writes to the topology's folder when all that was to be written before is there: places of cards and texts are in one file.
   * @param work rejects with what the command rejects with
   */
  writing<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.written.then(work);
    this.written = mine.catch(() => undefined);
    return mine;
  }

  /** Another topology is there; undefined: the one that was open is over. */
  setSource(source: OpenSource | undefined): void {
    this.source = source;
    if (source) return void this.keeping?.begin();
    this.bookmarks = [];
    this.view = undefined;
    this.keeping?.end();
  }

  /** Something beside the journal has changed that a session file has. */
  keepHeader(): void {
    if (this.source) this.keeping?.head();
  }

  private async begin(
    options: LabOptions,
    keepTrace: boolean,
    drive: (lab: Lab) => Promise<void>,
  ): Promise<Lab> {
    if (this.over) throw new HostError('closed');
    this.opened += 1;
    const mine = this.opened;
    const isMine = (): boolean => mine === this.opened && !this.over;
    await this.shut(keepTrace);
    if (!isMine()) throw new HostError('closed');
    const lab = await Lab.open(options);
    if (!isMine()) {
      await lab.close();
      throw new HostError('closed');
    }
    this.current = lab;
    await drive(lab);
    if (this.current !== lab) throw new HostError('closed');
    return lab;
  }

  /** The end: no lab is ever opened here again. */
  async close(): Promise<void> {
    this.over = true;
    await this.shut(false);
    this.setSource(undefined);
    this.branches.clear();
  }

  private shut(keepTrace: boolean): Promise<void> {
    const lab = this.current;
    this.current = undefined;
    if (lab) this.closing = this.closing.catch(() => undefined).then(() => lab.close({ keepTrace }));
    return this.closing;
  }

  private hearFrames(lab: Lab): void {
    lab.network.queued = (frame, text, where) => this.frameWaits(lab, frame, text, where);
    lab.watch = (row) => this.happened(lab, row);
  }

  private frameWaits(lab: Lab, frame: number, text: string, where: { link: string; node: string }): void {
    const hit = this.breakpoints.none ? undefined : this.breakpoints.frameSent(text, where);
    if (hit) this.stopAt(lab, hit, { frame: `f${frame}` });
  }

  private happened(lab: Lab, row: TraceRow): void {
    const hit = this.breakpoints.none ? undefined : this.breakpoints.happened(row);
    if (hit) this.stopAt(lab, hit, { seq: row[0] });
  }

  private stopAt(lab: Lab, hit: BreakpointHit, what: { frame?: string; seq?: number }): void {
    this.stops += 1;
    // Not awaited: what is inside a socket now still lands, everything else waits from here on.
    void lab.stepper.pause().then(() => {
      if (this.current === lab) this.clockChanged();
    });
    this.bus.emit('breakpoint.hit', { breakpoint: hit.id, intercept: hit.intercept, ...what });
  }

  clock(): ClockView {
    const { lab } = this;
    return {
      mode: lab.stepper.mode,
      time: lab.clock.shown() / 1000,
      speed: this.speed,
      seq: lab.trace.length,
    };
  }

  clockChanged(): ClockView {
    const view = this.clock();
    this.bus.emit('clock.changed', view);
    return view;
  }

  /**
   * Carries out a command that acts on the lab, between two steps, and keeps it in the journal.
   * @param work rejects with what the command rejects with
   * @param allowed throws when how the lab runs now forbids it: no journal says that, so such a command is none of its entries
   */
  acting<Result>(
    command: string,
    args: unknown,
    work: () => Result | Promise<Result>,
    allowed: () => void = () => undefined,
  ): Promise<Result> {
    const { lab } = this;
    lab.stepper.leave();
    return new Promise((resolve, reject) => {
      lab.stepper.between(() => {
        if (this.current !== lab) return reject(new HostError('closed'));
        try {
          allowed();
          lab.journal.command(command, args);
          resolve(work());
        } catch (error) {
          reject(error as Error);
        }
      });
    });
  }

  /** Carries out what a user asks of a process, as something that nothing of the lab caused. */
  act<Result>(where: string, work: () => Result): Result {
    let result: { value: Result } | undefined;
    let failure: { error: unknown } | undefined;
    this.lab.kernel.enter(0, where, () => {
      try {
        result = { value: work() };
      } catch (error) {
        failure = { error };
      }
    });
    if (failure) throw failure.error;
    if (!result) throw new HostError('internal');
    return result.value;
  }
}
