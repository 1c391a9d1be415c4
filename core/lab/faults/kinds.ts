/** Every kind of fault: those of the network, and those that need the whole lab. To add one, write its file and name it here. */
import type { FaultKind, FaultOrder } from '#core/net/faults/fault.js';
import { NETWORK_FAULTS } from '#core/net/faults/kinds.js';
import type { FaultKindView } from '#core/shared/faults/fault-kind-view.js';
import type { Lab } from '../lab.js';

export type LabFault = FaultKind<Lab>;

/** Faults of processes, clocks and databases, and patterns made of other faults. */
const LAB_FAULTS: readonly LabFault[] = [];

const FAULTS: readonly LabFault[] = [
  ...NETWORK_FAULTS.map((fault) => ({
    ...fault,
    apply: (lab: Lab, order: FaultOrder) => fault.apply(lab.network, order),
  })),
  ...LAB_FAULTS,
];

export function faultKind(name: string): LabFault | undefined {
  return FAULTS.find(({ kind }) => kind === name);
}

export function faultKindViews(): FaultKindView[] {
  return FAULTS.map(({ kind, on, group, directed = false, once = false, options }) => ({
    kind,
    on,
    group,
    directed,
    once,
    options,
  }));
}
