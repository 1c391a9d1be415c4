import type { FaultView } from '#core/shared/api/results.js';
import { useLab } from '../store/use-lab.js';
import { faultsOnLine, faultsOnNode, type FaultPlace } from './fault-place.js';
import { useShelf } from './shelf-store.js';

/** Faults that lie on a place. */
export function useFaultsAt(place: FaultPlace): FaultView[] {
  const faults = useLab((state) => state.faults);
  const kinds = useShelf((state) => state.kinds);
  const { line, node, name, database, nodes } = place;
  const groundOf = (kind: string) => kinds.find((one) => one.kind === kind)?.on;
  if (line) return faultsOnLine(line, faults);
  if (node !== undefined) return faultsOnNode(node, name, faults, groundOf);
  if (database !== undefined) return faults.filter(({ kind }) => groundOf(kind) === 'database');
  return nodes ? faults.filter(({ kind }) => groundOf(kind) === 'nodes') : [];
}
