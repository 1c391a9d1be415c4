/** The one door into the code of processes, and the queue of what they still have to do within the step. */
import type { Entry } from '#core/shared/injected/entry.js';
import type { Tasks } from '#core/shared/injected/tasks.js';
import type { TraceLog } from './trace-log.js';

interface Task {
  node: string;
  cause: number;
  run: () => void;
  /** What it is, for the pending list. */
  label?: string;
  /** Those that come of one task, and how many of them wait. */
  family?: { left: number };
}

/** How far a step goes on that has been stopped between two tasks. */
export type TaskBound = 'task' | 'family' | 'all';

/** A step that never ends is a bug of the lab (two components handing a packet to and fro): it is cut here. */
const TASKS_PER_STEP = 1_000_000;

export class Kernel implements Entry, Tasks {
  private readonly trace: TraceLog;
  private tasks: Task[] = [];
  /** tasks[head] is the next one: shifting an array of thousands would be slow. */
  private head = 0;
  private last: Task[] = [];
  private draining = false;
  /** What waits for a frozen process, by node. */
  private readonly frozen = new Map<string, Task[]>();
  /** Family of the task that runs. */
  private family: { left: number } | undefined;
  /** What has still to happen when the last task of a stopped step has run. */
  private rest: (() => void) | undefined;
  private stopsNext = false;
  /** Hears +1 when a step is stopped between two tasks, and -1 when it is over. */
  stopped: (delta: 1 | -1) => void = () => undefined;
  /** How deep we are inside the code of processes. */
  private depth = 0;

  constructor(trace: TraceLog) {
    this.trace = trace;
  }

  post(node: string, run: () => void, label = ''): void {
    const { family } = this;
    if (family) family.left += 1;
    this.tasks.push({ node, cause: this.trace.cause, run, label, ...(family ? { family } : {}) });
  }

  enter(cause: number, where: string, work: () => void, node = '', after?: () => void): void {
    const waiting = this.frozen.get(node);
    if (waiting) {
      waiting.push({ node, cause, run: work });
      return after?.();
    }
    // Whatever comes now comes after the step that is on.
    if (this.inside && this.depth === 0) this.goOn('all');
    const stops = this.stopsNext && this.depth === 0 && after !== undefined;
    this.guarded(cause, where, work);
    if (stops && this.queued > 0) return this.stopHere(after);
    if (!this.draining) this.drain();
    after?.();
  }

  /** From now on, the next thing that enters with an `after` stops before its first task; false: never again. */
  stopInside(on: boolean): void {
    this.stopsNext = on;
  }

  /** A step has been stopped between two of its tasks. */
  get inside(): boolean {
    return this.rest !== undefined;
  }

  /** Tasks that wait, in their order. */
  waiting(): { node: string; cause: number; label: string }[] {
    return this.tasks.slice(this.head).map(({ node, cause, label = '' }) => ({ node, cause, label }));
  }

  /** Goes on with a step that has been stopped: one task, that task and all that comes of it, or the rest. */
  goOn(bound: TaskBound): void {
    // Asked from within a task: it is on already.
    if (!this.rest || this.draining) return;
    if (bound === 'all') this.drain();
    else this.drainSome(bound);
    if (this.queued > 0) return;
    this.drain();
    const { rest } = this;
    this.rest = undefined;
    rest();
  }

  private drainSome(bound: 'task' | 'family'): void {
    const family = { left: 0 };
    let isFirst = true;
    this.draining = true;
    try {
      do {
        const task = this.tasks[this.head];
        if (!task) break;
        this.head += 1;
        if (task.family) task.family.left -= 1;
        if (bound === 'family' && (isFirst || task.family === family)) this.family = family;
        isFirst = false;
        this.guarded(task.cause, task.node, task.run);
        this.family = undefined;
      } while (family.left > 0);
    } finally {
      this.family = undefined;
      this.draining = false;
    }
  }

  private stopHere(after: () => void): void {
    this.stopsNext = false;
    this.stopped(1);
    this.rest = () => {
      after();
      this.stopped(-1);
    };
  }

  private get queued(): number {
    return this.tasks.length - this.head;
  }

  /** Runs `work` once nothing is left to do within the step: a process that shuts down has said its last words then. */
  afterDrain(work: () => void): void {
    this.last.push({ node: '', cause: this.trace.cause, run: work });
  }

  /** Runs `work` at the end of the step that is on, before anything else happens; at once when none is. */
  soon(cause: number, work: () => void): void {
    if (this.depth > 0) this.last.push({ node: '', cause, run: work });
    else this.enter(cause, '', work);
  }

  /** From now on nothing enters the code of that process: what would, waits. */
  freeze(node: string): void {
    if (!this.frozen.has(node)) this.frozen.set(node, []);
  }

  /** What has waited for a frozen process happens now, in its order. */
  thaw(node: string): void {
    const waiting = this.frozen.get(node) ?? [];
    this.frozen.delete(node);
    waiting.forEach(({ cause, run }) => this.enter(cause, node, run));
  }

  /** Takes away what a node had still to do: it has crashed. */
  dropNode(node: string): void {
    this.frozen.delete(node);
    this.tasks = this.tasks.slice(this.head).filter((task) => task.node !== node);
    this.head = 0;
  }

  private drain(): void {
    this.draining = true;
    try {
      this.drainAll();
    } finally {
      // `onError` is somebody else's code, and may throw.
      this.draining = false;
    }
  }

  private drainAll(): void {
    let left = TASKS_PER_STEP;
    for (let task = this.next(); task; task = left > 0 ? this.next() : undefined) {
      this.guarded(task.cause, task.node, task.run);
      left -= 1;
    }
    if (left <= 0) {
      this.trace.record('lab.error', '', ['kernel', 'a step did not come to an end']);
      this.forget();
    }
  }

  private next(): Task | undefined {
    const task = this.tasks[this.head];
    if (task) {
      this.head += 1;
      return task;
    }
    this.forget();
    return this.last.shift();
  }

  private forget(): void {
    this.tasks.length = 0;
    this.head = 0;
  }

  private guarded(cause: number, where: string, work: () => void): void {
    const before = this.trace.cause;
    this.trace.cause = cause;
    this.depth += 1;
    try {
      work();
    } catch (error) {
      const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      this.trace.record('lab.error', '', [where, message]);
      this.onError?.(error);
    } finally {
      this.depth -= 1;
      this.trace.cause = before;
    }
  }

  /** For tests and `--verbose`: the exception itself, with its stack. */
  onError: ((error: unknown) => void) | undefined;
}
