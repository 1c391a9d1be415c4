/**
 * Decides when what waits may happen: live (at once), paused (when asked), ordered (one at a time, picked by seed).
 *
 * Invariants:
 * 1. In paused and ordered mode at most one thing is released at a time, and the next one only when it has settled.
 * 2. A timer never fires early; among what could happen now, frames and due timers are equal candidates.
 * 3. Lab time passes with every frame, so that even endless traffic cannot keep a timer from firing.
 * 4. Nothing depends on the order in which the machine's event loop reports: only on the ready list and the seed.
 * 5. At most one ordered run is on: pausing, going live and a newer run each end the one before.
 */
import type { PendingItem } from '#core/shared/api/pending.js';
import type { Random } from '#core/shared/injected/random.js';
import type { Network } from '#core/net/network.js';
import { inOwnTurn, type LabClock } from './clock.js';
import type { TraceLog } from './trace-log.js';

/** Lab time that one released frame takes in paused and ordered mode, in µs. */
const STEP_COST = 100;
/** Steps after which an ordered run lets the machine's event loop turn. */
const STEPS_PER_TURN = 256;

export type Mode = 'live' | 'paused' | 'ordered';
export type RunEnd = 'met' | 'time' | 'idle' | 'stopped';

export interface OrderedRun {
  /** Lab time in µs at which to stop at the latest. */
  until: number;
  /** Asked after every step; true ends the run. */
  met?: () => boolean;
}

export class Stepper {
  private readonly network: () => Network;
  private readonly clock: LabClock;
  private readonly random: Random;
  private readonly trace: TraceLog;
  /** Frames, opens, closes and timers released one at a time so far. */
  steps = 0;
  private current: Mode = 'ordered';
  private speed = 1;
  private pumping = false;
  /** The ordered run that is on. */
  private onRun: OrderedRun | undefined;
  /** Ends when the last step or delivery that somebody asked for has settled. */
  private turns: Promise<unknown> = Promise.resolve();
  private settledWaiters: (() => void)[] = [];

  constructor(parts: { network: () => Network; clock: LabClock; random: Random; trace: TraceLog }) {
    this.network = parts.network;
    this.clock = parts.clock;
    this.random = parts.random;
    this.trace = parts.trace;
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
    this.speed = speed;
    this.stop();
    this.switchTo('live');
    this.clock.run(speed);
    this.pumpSoon();
  }

  /** Resolves when nothing is inside a socket any more: from then on nothing moves. */
  async pause(): Promise<void> {
    this.stop();
    this.clock.freeze();
    this.switchTo('paused');
    await this.settled();
  }

  /** Resolves like `pause`; a run may be asked for at once. */
  async ordered(): Promise<void> {
    this.stop();
    this.clock.freeze();
    this.switchTo('ordered');
    await this.settled();
  }

  settled(): Promise<void> {
    if (this.network().settled) return Promise.resolve();
    return new Promise((resolve) => this.settledWaiters.push(resolve));
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
      const item = this.network().ready.at(0);
      const id = item ? item.describe()[0]?.id : this.nextTimerId();
      if (id === undefined) return undefined;
      return (await this.deliverNow(id)) ? id : undefined;
    });
  }

  /** One after another: several callers may ask at once. undefined: the lab was set going before the turn came. */
  private inTurn<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    const turn = this.turns.then(async () => {
      await this.settled();
      return this.current === 'live' || this.running ? undefined : await work();
    });
    this.turns = turn.catch(() => undefined);
    return turn;
  }

  private deliverNow(id: string): Promise<boolean> {
    if (id.startsWith('t')) return Promise.resolve(this.clock.fireTimer(Number(id.slice(1))));
    const item = this.network()
      .ready.all()
      .find((candidate) => candidate.describe()[0]?.id === id);
    if (!item) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.passTime();
      item.release(() => resolve(true));
    });
  }

  pending(): PendingItem[] {
    const timers = this.clock.timers().map((timer): PendingItem => ({
      id: `t${timer.id}`,
      kind: 'timer',
      deliverable: true,
      node: timer.node,
      text: timer.label,
      due: timer.due / 1000,
    }));
    return [...this.network().pending(), ...timers];
  }

  private nextTimerId(): string | undefined {
    const timer = this.clock.next();
    return timer ? `t${timer.id}` : undefined;
  }

  private switchTo(mode: Mode): void {
    if (this.current === mode) return;
    this.current = mode;
    this.trace.record('lab.mode', '', [mode], 0);
  }

  private pumpSoon(): void {
    if (this.pumping) return;
    this.pumping = true;
    inOwnTurn(() => {
      this.pumping = false;
      if (this.current === 'live') this.pump();
    });
  }

  /** Live: everything that is ready now goes at once; what it leads to goes in the next turn. A pause (a breakpoint) ends it. */
  private pump(): void {
    const isLive = (): boolean => this.current === 'live';
    const { ready } = this.network();
    for (const item of [...ready.all()]) {
      if (!isLive()) return;
      // What went before may have taken it away.
      if (!ready.has(item)) continue;
      if (item.releaseAll) item.releaseAll(isLive);
      else item.release(() => undefined);
    }
  }

  private passTime(): void {
    this.clock.advanceTo(this.clock.now() + STEP_COST);
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
    this.steps += 1;
    const { ready } = this.network();
    const timer = this.clock.next();
    const due = timer !== undefined && timer.due <= this.clock.now();
    if (this.clock.now() >= until && !(due && timer.due <= until)) return 'time';
    const candidates = ready.size + (due ? 1 : 0);
    if (candidates === 0) return this.jump(until, after);
    const pick = this.random.below(candidates);
    const item = ready.at(pick);
    if (!item) {
      this.clock.fireNext();
      after();
      return undefined;
    }
    this.passTime();
    item.release(after);
    return undefined;
  }

  /** Nothing can happen now: lab time jumps to the next timer. */
  private jump(until: number, after: () => void): RunEnd | undefined {
    const timer = this.clock.next();
    if (!timer || timer.due > until) {
      if (Number.isFinite(until)) this.clock.advanceTo(until);
      return timer ? 'time' : 'idle';
    }
    this.clock.fireNext();
    after();
    return undefined;
  }
}
