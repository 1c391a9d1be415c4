/**
 * Decides when what waits may happen: live (as lab time and the machine allow), paused (when asked), ordered (as fast as
 * it goes, the next one picked by seed). The three differ only in who picks the next thing, and when.
 *
 * Invariants:
 * 1. At most one thing is released at a time, and the next one only when it has settled; commands and what comes from
 *    outside happen between two steps. So a run is the list of its steps, and the journal can play it again.
 * 2. A timer never fires early; among what could happen now, frames and due timers are equal candidates.
 * 3. Lab time passes with every frame in paused and ordered mode, so that even endless traffic cannot keep a timer from
 *    firing; live, real time does.
 * 4. Nothing depends on the order in which the machine's event loop reports: only on the ready list and the seed.
 * 5. At most one ordered run is on: pausing, going live and a newer run each end the one before.
 */
import type { PendingItem } from '#core/shared/api/pending.js';
import type { Network } from '#core/net/network.js';
import type { Releasable } from '#core/net/ready-list.js';
import { inOwnTurn, type ArmedTimer, type LabClock } from './clock.js';
import type { Kernel, TaskBound } from './kernel.js';
import type { Journal } from './journal/journal.js';
import type { Picker } from './stepping/picker.js';
import type { TraceLog } from './trace-log.js';

/** Lab time that one released frame takes in paused and ordered mode, in µs. */
const STEP_COST = 100;
/** Steps after which a run lets the machine's event loop turn. */
const STEPS_PER_TURN = 256;

export type Mode = 'live' | 'paused' | 'ordered';
export type RunEnd = 'met' | 'time' | 'idle' | 'stopped';

export interface OrderedRun {
  /** Lab time in µs at which to stop at the latest. */
  until: number;
  /** Asked after every step; true ends the run. */
  met?: () => boolean;
}

export interface StepperParts {
  network: () => Network;
  clock: LabClock;
  picker: Picker;
  trace: TraceLog;
  journal: Journal;
  kernel: Kernel;
}

export class Stepper {
  /** Frames, opens, closes and timers released one at a time so far. */
  steps = 0;
  /** Picks the next one of an ordered run. */
  picker: Picker;
  private readonly network: () => Network;
  private readonly clock: LabClock;
  private readonly trace: TraceLog;
  private readonly journal: Journal;
  private readonly kernel: Kernel;
  private current: Mode = 'ordered';
  private recorded: Mode = 'ordered';
  private speed = 1;
  /** A live turn is on, or will come by itself. */
  private pumping = false;
  /** Where in the ready list the live turn goes on: everybody gets his turn. */
  private cursor = 0;
  /** The ordered run that is on. */
  private onRun: OrderedRun | undefined;
  /** Ends when the last step or delivery that somebody asked for has settled. */
  private turns: Promise<unknown> = Promise.resolve();
  private settledWaiters: (() => void)[] = [];

  constructor(parts: StepperParts) {
    this.network = parts.network;
    this.clock = parts.clock;
    this.picker = parts.picker;
    this.trace = parts.trace;
    this.journal = parts.journal;
    this.kernel = parts.kernel;
  }

  get mode(): Mode {
    return this.current;
  }

  /** Something became ready or settled. */
  changed(): void {
    if (this.current === 'live') this.pumpSoon();
    if (this.settledWaiters.length > 0 && this.network().settled) {
      this.settledWaiters.splice(0).forEach((waiter) => waiter());
    }
  }

  live(speed = this.speed): void {
    this.leave();
    this.speed = speed;
    this.stop();
    this.clock.freeze(this.network().settled);
    this.switchTo('live');
    this.clock.run(speed);
    this.pumpSoon();
  }

  /** Resolves when nothing is inside a socket any more: from then on nothing moves. */
  async pause(): Promise<void> {
    this.leave();
    this.stop();
    this.clock.freeze(this.network().settled);
    this.switchTo('paused');
    await this.settled();
  }

  /** Resolves like `pause`; a run may be asked for at once. */
  async ordered(): Promise<void> {
    this.leave();
    this.stop();
    this.clock.freeze(this.network().settled);
    this.switchTo('ordered');
    await this.settled();
  }

  settled(): Promise<void> {
    if (this.network().settled) return Promise.resolve();
    return new Promise((resolve) => this.settledWaiters.push(resolve));
  }

  /** Runs `work` between two steps; live, lab time is the present then. */
  between(work: () => void): void {
    this.network().settling.between(() => {
      this.clock.catchUp();
      work();
    });
  }

  /**
   * Ordered: releases one after another until `met`, until lab time reaches `until`, or until nothing is left that
   * could ever happen. Lab time then stands at `until` for 'time' and 'idle'.
   */
  async run(run: OrderedRun): Promise<RunEnd> {
    this.onRun = run;
    // What an earlier run, a step or live mode has released lands first.
    if (!this.network().settled) await this.settled();
    const end = await new Promise<RunEnd>((resolve) => {
      if (this.onRun === run && run.met?.()) resolve('met');
      else this.loop(run, resolve);
    });
    if (this.onRun === run) this.onRun = undefined;
    return end;
  }

  /** Ends the ordered run that is on, if any, after its current step. */
  stop(): void {
    this.onRun = undefined;
  }

  /** Whether an ordered run is on: what is released next is not for anybody else to choose. */
  get running(): boolean {
    return this.onRun !== undefined;
  }

  /** Paused: releases the item `id` of the pending list; false when it is not there or may not go now. */
  async deliver(id: string): Promise<boolean> {
    return (await this.inTurn(() => this.deliverNow(id))) ?? false;
  }

  /** Paused: what waits longest on the network, or else the timer that is due first; undefined when nothing waits. */
  step(): Promise<string | undefined> {
    return this.inTurn(async () => {
      const id = this.nextId();
      if (id === undefined) return undefined;
      return (await this.deliverNow(id)) ? id : undefined;
    });
  }

  /** Paused: like `step`, but stops before the first packet that it puts into a queue of a component. */
  into(): Promise<string | undefined> {
    return this.inTurn(async () => {
      this.kernel.stopInside(true);
      const id = this.nextId();
      const went = id !== undefined && (await this.deliverNow(id));
      this.kernel.stopInside(false);
      return went ? id : undefined;
    });
  }

  /** Whether a step has been stopped half-way: nothing else happens until it is over. */
  get inside(): boolean {
    return this.kernel.inside;
  }

  /** Goes on with a step that has been stopped half-way. */
  goOn(bound: TaskBound): void {
    this.kernel.goOn(bound);
  }

  /** Ends a step that has been stopped half-way, if any. */
  leave(): void {
    this.kernel.goOn('all');
  }

  /**
   * Plays a step of a journal again: the same thing, at the same lab time in µs. False when it is not there: this is
   * not the run that the journal is of.
   * @param picked by the picker, which takes part again, so that the order of what comes later is the same
   */
  replay(id: string, time: number, picked: boolean): Promise<boolean> {
    const timer = id.startsWith('t') ? this.timer(id) : undefined;
    const item = timer ? undefined : this.find(id);
    if (!timer && !item) return Promise.resolve(false);
    return new Promise((resolve) => {
      // A frame was picked before lab time passed with it.
      if (picked) this.choose(timer ? time : time - STEP_COST);
      this.clock.advanceTo(time);
      if (timer) resolve(this.fire(timer, picked));
      else if (item) this.release(item, picked, () => resolve(true));
    });
  }

  /** Plays a change of the mode again: only what is said of it, nothing begins to move. */
  replayMode(mode: Mode): void {
    this.switchTo(mode);
  }

  pending(): PendingItem[] {
    const timers = this.clock.timers().map((timer): PendingItem => ({
      id: timerId(timer),
      kind: 'timer',
      deliverable: true,
      node: timer.node,
      text: timer.label,
      due: timer.due / 1000,
      ...(timer.cause > 0 ? { seq: timer.cause } : {}),
    }));
    const tasks = this.kernel.inside ? this.kernel.waiting() : [];
    const queued = tasks.map(({ node, cause, label }, index): PendingItem => ({
      id: `q${index + 1}`,
      kind: 'task',
      deliverable: false,
      node,
      seq: cause,
      text: label,
      ...(index > 0 ? { behind: `q${index}` } : {}),
    }));
    return [...queued, ...this.network().pending(), ...timers];
  }

  /** One after another: several callers may ask at once. undefined: the lab was set going before the turn came. */
  private inTurn<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    const turn = this.turns.then(async () => {
      this.leave();
      await this.settled();
      return this.current === 'live' || this.running ? undefined : await work();
    });
    this.turns = turn.catch(() => undefined);
    return turn;
  }

  private deliverNow(id: string): Promise<boolean> {
    if (id.startsWith('t')) {
      const timer = this.timer(id);
      return Promise.resolve(timer !== undefined && this.fire(timer, false));
    }
    const item = this.find(id);
    if (!item) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.passTime();
      this.release(item, false, () => resolve(true));
    });
  }

  private find(id: string): Releasable | undefined {
    return this.network()
      .ready.all()
      .find((candidate) => candidate.id === id);
  }

  private timer(id: string): ArmedTimer | undefined {
    const first = this.clock.next();
    if (first && timerId(first) === id) return first;
    return this.clock.timers().find((timer) => timerId(timer) === id);
  }

  /** What waits longest on the network, or else the timer that is due first. */
  private nextId(): string | undefined {
    const timer = this.clock.next();
    return this.network().ready.at(0)?.id ?? (timer && timerId(timer));
  }

  private switchTo(mode: Mode): void {
    this.current = mode;
    // In the trace between two steps, as in the journal: several changes within one step count as the last.
    this.network().settling.between(() => {
      if (this.recorded === this.current) return;
      this.recorded = this.current;
      this.journal.mode(this.current);
      this.trace.record('lab.mode', '', [this.current], 0);
    });
  }

  private release(item: Releasable, picked: boolean, after: () => void): void {
    const { settling } = this.network();
    this.steps += 1;
    this.journal.step(item.id, picked);
    settling.count(1);
    item.release(() => {
      settling.count(-1);
      after();
    });
  }

  private fire(timer: ArmedTimer, picked: boolean): boolean {
    this.steps += 1;
    this.clock.advanceTo(timer.due);
    this.journal.step(timerId(timer), picked);
    this.network().settling.during(() => this.clock.fireTimer(timer));
    return true;
  }

  private pumpSoon(): void {
    if (this.pumping) return;
    this.pumping = true;
    inOwnTurn(() => this.pump());
  }

  /** Live: one thing after another that is ready, each when the one before has settled. */
  private pump(): void {
    this.pumping = true;
    let left = STEPS_PER_TURN;
    const next = (): void => {
      let again = true;
      while (again) {
        again = false;
        left -= 1;
        if (this.current !== 'live' || !this.network().settled) break;
        if (left <= 0) return inOwnTurn(() => this.pump());
        let returned = false;
        const released = this.onceLive(() => {
          if (returned) next();
          else again = true;
        });
        returned = true;
        if (released && !again) return;
      }
      this.pumping = false;
      this.clock.schedule();
    };
    next();
  }

  /** One live step; false when nothing is ready and no timer is due. */
  private onceLive(after: () => void): boolean {
    this.clock.catchUp();
    const timer = this.dueTimer();
    if (timer) {
      this.fire(timer, false);
      after();
      return true;
    }
    const { ready } = this.network();
    this.cursor = this.cursor + 1 < ready.size ? this.cursor + 1 : 0;
    const item = ready.at(this.cursor);
    if (item) this.release(item, false, after);
    return item !== undefined;
  }

  private passTime(): void {
    this.clock.advanceTo(this.clock.now() + STEP_COST);
  }

  private dueTimer(): ArmedTimer | undefined {
    const timer = this.clock.next();
    return timer && timer.due <= this.clock.now() ? timer : undefined;
  }

  private loop(run: OrderedRun, resolve: (end: RunEnd) => void): void {
    const { until, met } = run;
    let left = STEPS_PER_TURN;
    const next = (): void => {
      // Trampoline: a transport that answers at once must not grow the stack.
      let again = true;
      while (again) {
        again = false;
        if (this.onRun !== run) return resolve('stopped');
        left -= 1;
        if (left <= 0) {
          left = STEPS_PER_TURN;
          return inOwnTurn(next);
        }
        let returned = false;
        const end = this.once(until, () => {
          if (met?.()) return resolve('met');
          if (returned) next();
          else again = true;
        });
        returned = true;
        if (end) return resolve(end);
      }
    };
    next();
  }

  /** One ordered step; `after` is called when it has settled. Gives the reason why there was none. */
  private once(until: number, after: () => void): RunEnd | undefined {
    const due = this.dueTimer();
    if (this.clock.now() >= until && !(due && due.due <= until)) return 'time';
    const candidate = this.choose(this.clock.now());
    if (!candidate) return this.jump(until, after);
    if ('run' in candidate) {
      this.fire(candidate, true);
      after();
      return undefined;
    }
    this.passTime();
    this.release(candidate, true, after);
    return undefined;
  }

  /** What the picker wants of all that could happen at lab time `time`; undefined when nothing could. */
  private choose(time: number): Releasable | ArmedTimer | undefined {
    const { ready } = this.network();
    const first = this.clock.next();
    const due = first && first.due <= time ? first : undefined;
    const count = ready.size + (due ? 1 : 0);
    if (count === 0) return undefined;
    const at = (index: number): Releasable | ArmedTimer => ready.at(index) ?? (due as ArmedTimer);
    return at(this.picker.pick(count, at));
  }

  /** Nothing can happen now: lab time jumps to the next timer. */
  private jump(until: number, after: () => void): RunEnd | undefined {
    const timer = this.clock.next();
    if (!timer || timer.due > until) {
      if (Number.isFinite(until)) this.clock.advanceTo(until);
      return timer ? 'time' : 'idle';
    }
    this.fire(timer, false);
    after();
    return undefined;
  }
}

function timerId({ id }: ArmedTimer): string {
  return `t${id}`;
}
