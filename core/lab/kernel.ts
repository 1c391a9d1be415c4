/** The one door into the code of processes, and the queue of what they still have to do within the step. */
import type { Entry } from '#core/shared/injected/entry.js';
import type { Tasks } from '#core/shared/injected/tasks.js';
import type { TraceLog } from './trace-log.js';

interface Task {
  node: string;
  cause: number;
  run: () => void;
}

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
  /** How deep we are inside the code of processes. */
  private depth = 0;

  constructor(trace: TraceLog) {
    this.trace = trace;
  }

  post(node: string, run: () => void): void {
    this.tasks.push({ node, cause: this.trace.cause, run });
  }

  enter(cause: number, where: string, work: () => void, node = ''): void {
    const waiting = this.frozen.get(node);
    if (waiting) return void waiting.push({ node, cause, run: work });
    this.guarded(cause, where, work);
    if (!this.draining) this.drain();
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
