import { ms, numberOf } from '#core/shared/faults/fault-options.js';
import type { LabFault } from './kinds.js';

/** Each operation takes `delay` ms of lab time: what a packet leads to waits for all of those that it has needed. */
export const databaseSlow: LabFault = {
  kind: 'database-slow',
  on: 'database',
  group: 'database',
  options: { delay: ms(500) },
  apply(lab, { target, id, options }) {
    const process = lab.process(target);
    if (!process) return undefined;
    const { gate } = lab.databaseOf(process.plan);
    gate.delays.set(id, numberOf(options, 'delay'));
    return () => void gate.delays.delete(id);
  },
};
