/**
 * The lab's clock. This file is the only place of core/ that reads or arms the machine's own time.
 *
 * Lab time stands still within a step. While the clock is `run`ning, `catchUp` moves it on to real time × speed between
 * two steps, never past a timer that is due; else stepping moves it by hand. Timers fire in the order (due, armed), each
 * at its own due time and never early.
 */
import type { Calendar, Clock, Micros, Timer } from '#core/shared/injected/clock.js';

/** Date at which lab time is 0: fixed, so that stamps are the same in every run (2026-01-01T00:00:00Z). */
const EPOCH_MS = Date.UTC(2026, 0, 1);
/** Called-off timers that are not worth a clearing up. */
const FEW_DEAD = 64;
/** setTimeout's own bound. */
const LONGEST_WAIT_MS = 0x7fffffff;

export interface ArmedTimer {
  id: number;
  node: string;
  due: Micros;
  label: string;
  cause: number;
  run: () => void;
  /** Called off: it stays in the heap until its turn, and is then passed over. */
  cancelled: boolean;
}

export class LabClock implements Calendar {
  private heap: ArmedTimer[] = [];
  /** Timers in the heap that have been called off: at most about half of it, so that what they hold on to goes. */
  private dead = 0;
  /** Timers of frozen processes whose time has come, by node. */
  private readonly frozenNodes = new Map<string, ArmedTimer[]>();
  private last = 0;
  private frozen: Micros = 0;
  private running: { since: number; base: Micros; speed: number } | undefined;
  private wake: ReturnType<typeof setTimeout> | undefined;
  private readonly cause: () => number;
  private readonly fire: (timer: ArmedTimer) => void;
  private readonly ripe: () => void;

  /**
   * @param cause what is running now: the reason of a timer that is armed now
   * @param fire carries out a timer that is due
   * @param ripe hears, while the clock runs, that the first timer's time has come
   */
  constructor(cause: () => number, fire: (timer: ArmedTimer) => void, ripe: () => void = () => undefined) {
    this.cause = cause;
    this.fire = fire;
    this.ripe = ripe;
  }

  now(): Micros {
    return this.frozen;
  }

  /** Lab time to show: while the clock runs, what it will be when the next thing happens. */
  shown(): Micros {
    return Math.min(this.paced(), Math.max(this.frozen, this.next()?.due ?? Infinity));
  }

  /** Running: lab time moves on to now, but not past a timer that is due. */
  catchUp(): void {
    if (this.running) this.frozen = this.shown();
  }

  private paced(): Micros {
    if (!this.running) return this.frozen;
    const { since, base, speed } = this.running;
    return Math.max(this.frozen, base + Math.floor((performance.now() - since) * 1000 * speed));
  }

  dateMs(): number {
    return EPOCH_MS + Math.floor(this.now() / 1000);
  }

  /** The clock as node `node` sees it. */
  forNode(node: string): Clock {
    return { now: () => this.now(), after: (delayMs, label, run) => this.arm(node, delayMs, label, run) };
  }

  /** Takes away every timer of a node: it has crashed or stopped. */
  cancelNode(node: string): void {
    this.frozenNodes.delete(node);
    this.heap.filter((timer) => timer.node === node).forEach((timer) => this.callOff(timer));
  }

  /** No timer of that node fires from now on: it stays armed, however long it is overdue. */
  freezeNode(node: string): void {
    if (!this.frozenNodes.has(node)) this.frozenNodes.set(node, []);
  }

  /** Timers that are overdue by now fire next, in the order in which they were due. */
  thawNode(node: string): void {
    const overdue = this.frozenNodes.get(node) ?? [];
    this.frozenNodes.delete(node);
    overdue.filter((timer) => !timer.cancelled).forEach((timer) => this.push(timer));
    if (this.running) this.schedule();
  }

  /** Timers held, called off or not. */
  get armed(): number {
    return this.heap.length;
  }

  cancelTimer(id: number): boolean {
    const timer = this.timers().find((candidate) => candidate.id === id);
    if (timer) this.callOff(timer);
    return timer !== undefined;
  }

  /** The timer that is due first. */
  next(): ArmedTimer | undefined {
    this.prune();
    return this.heap[0];
  }

  /** All that are armed and can fire, the first due first. */
  timers(): ArmedTimer[] {
    return this.live().filter((timer) => !this.frozenNodes.has(timer.node));
  }

  private live(): ArmedTimer[] {
    return this.heap
      .filter((timer) => !timer.cancelled)
      .sort((left, right) => left.due - right.due || left.id - right.id);
  }

  /** Stepping: lab time moves on to `time` (never back). */
  advanceTo(time: Micros): void {
    if (time > this.frozen) this.frozen = time;
  }

  /** Stepping: fires the timer that is due first, at its own time. */
  fireNext(): void {
    const timer = this.next();
    if (timer) this.fireTimer(timer);
  }

  /** Fires a timer, in its turn or out of it; lab time is its own due time then, or later. */
  fireTimer(timer: ArmedTimer): void {
    if (this.heap[0] === timer) this.pop();
    else this.callOff(timer);
    this.advanceTo(timer.due);
    this.fire(timer);
  }

  /** Live: time runs at `speed` lab seconds a second. */
  run(speed: number): void {
    this.freeze();
    this.running = { since: performance.now(), base: this.frozen, speed };
    this.schedule();
  }

  /**
   * Lab time stands still from now on.
   * @param between two steps; within one it has not moved since the step began
   */
  freeze(between = true): void {
    if (between) this.catchUp();
    this.running = undefined;
    if (this.wake) clearTimeout(this.wake);
    this.wake = undefined;
  }

  private arm(node: string, delayMs: number, label: string, run: () => void): Timer {
    this.last += 1;
    const id = this.last;
    const due = this.now() + Math.max(0, Math.round(delayMs * 1000));
    const timer: ArmedTimer = { id, node, due, label, cause: this.cause(), run, cancelled: false };
    this.push(timer);
    if (this.running && this.heap[0] === timer) this.schedule();
    return { cancel: () => this.callOff(timer) };
  }

  private callOff(timer: ArmedTimer): void {
    if (timer.cancelled) return;
    timer.cancelled = true;
    this.dead += 1;
    if (this.dead < FEW_DEAD || this.dead < this.heap.length / 2) return;
    // Sorted, so a heap; those that have been fired are called off without a place in it.
    this.heap = this.live();
    this.dead = 0;
  }

  /** Running: `ripe` is told when the first timer's time has come. */
  schedule(): void {
    if (this.wake) clearTimeout(this.wake);
    this.wake = undefined;
    const first = this.next();
    if (!this.running || !first) return;
    const wait = Math.max(0, (first.due - this.paced()) / 1000 / this.running.speed);
    this.wake = setTimeout(() => this.ripe(), Math.min(Math.ceil(wait), LONGEST_WAIT_MS));
  }

  private prune(): void {
    for (let first = this.heap[0]; first; first = this.heap[0]) {
      const frozen = this.frozenNodes.get(first.node);
      if (!first.cancelled && !frozen) return;
      this.pop();
      if (!first.cancelled) frozen?.push(first);
    }
  }

  private before(left: number, right: number): boolean {
    const [a, b] = [this.heap[left], this.heap[right]];
    if (!a || !b) return false;
    return a.due < b.due || (a.due === b.due && a.id < b.id);
  }

  private push(timer: ArmedTimer): void {
    this.heap.push(timer);
    let index = this.heap.length - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.before(index, parent)) break;
      this.swap(index, parent);
      index = parent;
    }
  }

  private pop(): void {
    const last = this.heap.pop();
    if (!last || this.heap.length === 0) return;
    this.heap[0] = last;
    let index = 0;
    for (;;) {
      let least = index;
      if (this.before(2 * index + 1, least)) least = 2 * index + 1;
      if (this.before(2 * index + 2, least)) least = 2 * index + 2;
      if (least === index) return;
      this.swap(index, least);
      index = least;
    }
  }

  private swap(left: number, right: number): void {
    const [a, b] = [this.heap[left], this.heap[right]];
    if (!a || !b) return;
    this.heap[left] = b;
    this.heap[right] = a;
  }
}

/** Runs `work` in a turn of its own of the machine's event loop. */
export function inOwnTurn(work: () => void): void {
  setImmediate(work);
}

/** Resolves after `ms` of real time: for waiting in live mode only. */
export function realDelay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Runs `work` every `ms` of real time until the returned function is called; keeps no process alive. */
export function everyReal(ms: number, work: () => void): () => void {
  const timer = setInterval(work, ms);
  timer.unref();
  return () => clearInterval(timer);
}
