import type { LabFault } from './kinds.js';

/** The database that a node uses does not answer, to whichever node of the same one: every operation fails. */
export const databaseDown: LabFault = {
  kind: 'database-down',
  on: 'database',
  group: 'database',
  options: {},
  apply(lab, { target, id }) {
    const process = lab.process(target);
    if (!process) return undefined;
    const { gate } = lab.databaseOf(process.plan);
    gate.shut.add(id);
    return () => void gate.shut.delete(id);
  },
};
