import type { MachineView } from '#core/shared/trace/machine-fold.js';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import { useLab } from '#renderer/store/use-lab.js';
import { movesOf } from './log-queries.js';
import { useLogQuery } from './use-log-query.js';

/** A machine; one that has ended as it was last seen. */
export function useMachine(instance: string): { view: MachineView | undefined; ended: boolean } {
  const view = useLab((state) => state.machines.get(instance));
  const last = useLogQuery(instance, (events) => lastSeen(movesOf(events, instance)));
  return { view: view ?? last, ended: view === undefined };
}

function lastSeen(moves: readonly TraceEvent[]): MachineView | undefined {
  const move = moves.find(({ kind }) => kind === 'machine.transition' || kind === 'machine.started');
  if (!move) return undefined;
  const { machine, instance, state, edge = '' } = move.data;
  return {
    machine: String(machine),
    instance: String(instance),
    node: move.node,
    state: String(state),
    edge: String(edge),
    seq: move.seq,
  };
}
