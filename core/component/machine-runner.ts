/** Runs a machine of core/shared/machines inside a process: on the lab's clock, every micro-step in the trace. */
import {
  createActor,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type EventFromLogic,
  type InputFrom,
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

interface MicrostepLike {
  type: string;
  event?: { type: string };
  snapshot?: unknown;
  _transitions?: FiredTransition[];
}

/**
 * Starts an instance.
 * @param machine with its actions provided
 * @param instance name that is the same in every run: `server1/cl-comp/dial/vm-128-158/1`
 */
export function runMachine<Machine extends AnyStateMachine>(
  host: MachineHost,
  machine: Machine,
  instance: string,
  input: InputFrom<Machine>,
): RunningMachine<Machine> {
  const { trace, node } = host;
  let moved = false;
  let busy = false;
  const waiting: EventFromLogic<Machine>[] = [];
  const timers = new Map<number, Timer>();
  // What an action of the machine itself sends waits until the machine has come to rest.
  const atRest = (work: () => void): void => {
    busy = true;
    try {
      work();
    } finally {
      busy = false;
    }
    const next = waiting.shift();
    if (next) deliver(next);
  };
  const actor = createActor(machine, {
    id: instance,
    input,
    clock: xstateClock({ clock: host.clock, instance, timers, atRest }),
    inspect: (inspected) => {
      const step = inspected as MicrostepLike;
      if (step.type !== '@xstate.microstep') return;
      for (const fired of step._transitions ?? []) {
        // The step into the initial state has no source that an arrow could leave.
        if (fired.eventType === 'xstate.init') continue;
        moved = true;
        const event = step.event?.type ?? '';
        trace.record('machine.transition', node, [
          machine.id,
          instance,
          edgeId(fired),
          stateText(step.snapshot),
          event,
        ]);
      }
    },
  });
  const state = (): string => stateText(actor.getSnapshot());
  const deliver = (event: EventFromLogic<Machine>): void => {
    moved = false;
    const before: AnyMachineSnapshot = actor.getSnapshot();
    atRest(() => {
      if (before.status === 'active') actor.send(event);
      if (!moved) {
        trace.record('machine.refused', node, [
          machine.id,
          instance,
          state(),
          event.type,
          refusingGuard(before, event.type),
        ]);
      }
    });
  };
  trace.record('machine.started', node, [machine.id, instance, state()]);
  atRest(() => actor.start());
  return {
    instance,
    send(event) {
      if (busy) waiting.push(event);
      else deliver(event);
    },
    snapshot: () => actor.getSnapshot() as SnapshotFrom<Machine>,
    get state() {
      return state();
    },
    stop() {
      actor.stop();
      timers.forEach((timer) => timer.cancel());
      timers.clear();
      trace.record('machine.stopped', node, [machine.id, instance]);
    },
  };
}

interface ActorClock {
  clock: Clock;
  instance: string;
  timers: Map<number, Timer>;
  atRest(work: () => void): void;
}

function xstateClock({ clock, instance, timers, atRest }: ActorClock): {
  setTimeout(run: () => void, ms: number): number;
  clearTimeout(id: number): void;
} {
  let last = 0;
  return {
    setTimeout(run, ms) {
      last += 1;
      const id = last;
      timers.set(
        id,
        clock.after(ms, instance, () => {
          timers.delete(id);
          atRest(run);
        }),
      );
      return id;
    },
    clearTimeout(id) {
      timers.get(id)?.cancel();
      timers.delete(id);
    },
  };
}
