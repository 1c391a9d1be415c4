/** Runs a machine of core/shared/machines inside a process: on the lab's clock, every micro-step in the trace. */
import {
  createActor,
  type Actor,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type EventFromLogic,
  type InputFrom,
  type InspectionEvent,
  type SnapshotFrom,
} from 'xstate';
import type { Clock, Timer } from '#core/shared/injected/clock.js';
import type { TraceSink } from '#core/shared/injected/trace-sink.js';
import {
  edgeId,
  refusingGuard,
  stateText,
  type FiredTransition,
} from '#core/shared/machines/machine-graph.js';

export interface MachineHost {
  readonly node: string;
  readonly clock: Clock;
  readonly trace: TraceSink;
}

export interface RunningMachine<Machine extends AnyStateMachine> {
  readonly instance: string;
  /** Sends an event; one that no transition takes is recorded as refused, with the guard that said no. */
  send(event: EventFromLogic<Machine>): void;
  snapshot(): SnapshotFrom<Machine>;
  /** `connected.live`: the configuration as one text. */
  readonly state: string;
  stop(): void;
}

/**
 * Starts an instance.
 * @param machine with its actions provided
 * @param instance name that is the same in every run: `server1/cl-comp/dial vm-128-158 1`
 */
export function runMachine<Machine extends AnyStateMachine>(
  host: MachineHost,
  machine: Machine,
  instance: string,
  input: InputFrom<Machine>,
): RunningMachine<Machine> {
  return new TracedMachine(host, machine, instance, input);
}

/** The fields of a `@xstate.microstep` inspection that are not in its public type. */
interface Microstep {
  event?: { type: string };
  snapshot?: unknown;
  _transitions?: FiredTransition[];
}

class TracedMachine<Machine extends AnyStateMachine> implements RunningMachine<Machine> {
  readonly instance: string;
  private readonly host: MachineHost;
  private readonly machine: Machine;
  private readonly actor: Actor<Machine>;
  private readonly timers = new Map<number, Timer>();
  private lastTimer = 0;
  private moved = false;
  private busy = false;
  private over = false;
  private readonly waiting: EventFromLogic<Machine>[] = [];

  constructor(host: MachineHost, machine: Machine, instance: string, input: InputFrom<Machine>) {
    this.host = host;
    this.machine = machine;
    this.instance = instance;
    this.actor = createActor(machine, {
      id: instance,
      input,
      clock: {
        setTimeout: (run: () => void, ms: number) => this.arm(run, ms),
        clearTimeout: (id: number) => this.disarm(id),
      },
      inspect: (event) => this.inspected(event),
    });
    host.trace.record('machine.started', host.node, [machine.id, instance, this.state]);
    this.atRest(() => this.actor.start());
  }

  get state(): string {
    return stateText(this.actor.getSnapshot());
  }

  snapshot(): SnapshotFrom<Machine> {
    return this.actor.getSnapshot() as SnapshotFrom<Machine>;
  }

  send(event: EventFromLogic<Machine>): void {
    if (this.busy) this.waiting.push(event);
    else this.deliver(event);
  }

  stop(): void {
    this.actor.stop();
    this.timers.forEach((timer) => timer.cancel());
    this.timers.clear();
    this.ended();
  }

  /** Said once: when it is stopped, or when it has come to a final state by itself. */
  private ended(): void {
    if (this.over) return;
    this.over = true;
    this.host.trace.record('machine.stopped', this.host.node, [this.machine.id, this.instance]);
  }

  private deliver(event: EventFromLogic<Machine>): void {
    this.moved = false;
    const before: AnyMachineSnapshot = this.actor.getSnapshot();
    this.atRest(() => {
      if (before.status === 'active') this.actor.send(event);
      if (this.moved) return;
      const row: [string, string, string, string, string] = [
        this.machine.id,
        this.instance,
        this.state,
        event.type,
        refusingGuard(before, event.type),
      ];
      this.host.trace.record('machine.refused', this.host.node, row);
    });
  }

  /** What an action of the machine itself sends waits until the machine has come to rest. */
  private atRest(work: () => void): void {
    this.busy = true;
    try {
      work();
    } finally {
      this.busy = false;
    }
    const next = this.waiting.shift();
    const now: AnyMachineSnapshot = this.actor.getSnapshot();
    if (next) this.deliver(next);
    else if (now.status === 'done') this.ended();
  }

  private inspected(event: InspectionEvent): void {
    if (event.type !== '@xstate.microstep') return;
    const step: Microstep = event;
    for (const fired of step._transitions ?? []) {
      // The step into the initial state has no source that an arrow could leave.
      if (fired.eventType === 'xstate.init') continue;
      this.moved = true;
      const row: [string, string, string, string, string] = [
        this.machine.id,
        this.instance,
        edgeId(fired),
        stateText(step.snapshot),
        step.event?.type ?? '',
      ];
      this.host.trace.record('machine.transition', this.host.node, row);
    }
  }

  private arm(run: () => void, ms: number): number {
    this.lastTimer += 1;
    const id = this.lastTimer;
    const timer = this.host.clock.after(ms, this.instance, () => {
      this.timers.delete(id);
      this.atRest(run);
    });
    this.timers.set(id, timer);
    return id;
  }

  private disarm(id: number): void {
    this.timers.get(id)?.cancel();
    this.timers.delete(id);
  }
}
