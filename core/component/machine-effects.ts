/** Gives a machine of core/shared/machines what it does in one instance. */
import { StateMachine, type AnyStateMachine } from 'xstate';

type Effects = { [Kind in keyof AnyStateMachine['implementations']]?: object | undefined };

/**
 * The machine with these actions, guards and delays, as `machine.provide` gives it, but for one thing: its states are
 * those of `machine` itself. They do not depend on what is provided, and to build them anew is most of what an instance
 * costs: a mesh of twenty servers has over fifteen hundred.
 */
export function withEffects<Machine extends AnyStateMachine>(
  machine: Machine,
  effects: Parameters<Machine['provide']>[0],
): Machine {
  const { actions, guards, actors, delays } = machine.implementations;
  const given: Effects = effects;
  const provided = Object.create(machine) as Machine;
  provided.implementations = {
    actions: { ...actions, ...given.actions },
    guards: { ...guards, ...given.guards },
    actors: { ...actors, ...given.actors },
    delays: { ...delays, ...given.delays },
  };
  // A machine has these two bound to itself; the snapshots that they make name the machine whose effects hold.
  const { getInitialSnapshot, restoreSnapshot } = StateMachine.prototype as AnyStateMachine;
  provided.getInitialSnapshot = getInitialSnapshot.bind(provided);
  provided.restoreSnapshot = restoreSnapshot.bind(provided);
  return provided;
}
