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
  private draining = false;

  constructor(trace: TraceLog) {
    this.trace = trace;
  }

  post(node: string, run: () => void): void {
    this.tasks.push({ node, cause: this.trace.cause, run });
  }

  enter(cause: number, where: string, work: () => void): void {
    this.guarded(cause, where, work);
    if (!this.draining) this.drain();
  }

  /** Takes away what a node had still to do: it has crashed. */
  dropNode(node: string): void {
    this.tasks = this.tasks.filter((task) => task.node !== node);
  }

  private drain(): void {
    this.draining = true;
    let done = 0;
    for (let index = 0; index < this.tasks.length; index += 1) {
      const task = this.tasks[index] as Task;
      this.guarded(task.cause, task.node, task.run);
      done += 1;
      if (done > TASKS_PER_STEP) {
        this.trace.record('lab.error', task.node, [task.node, 'a step did not come to an end']);
        break;
      }
    }
    this.tasks.length = 0;
    this.draining = false;
  }

  private guarded(cause: number, where: string, work: () => void): void {
    const before = this.trace.cause;
    this.trace.cause = cause;
    try {
      work();
    } catch (error) {
      const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      this.trace.record('lab.error', '', [where, message]);
      this.onError?.(error);
    } finally {
      this.trace.cause = before;
    }
  }

  /** For tests and `--verbose`: the exception itself, with its stack. */
  onError: ((error: unknown) => void) | undefined;
}
