import type { LabFault } from './kinds.js';

/**
 * The process stands still (SIGSTOP, a long garbage collection, a machine that swaps): it neither reads, writes nor
 * fires timers. Its kernel goes on: connections to it open, what is sent to it is kept, a FIN is not noticed. Healed,
 * everything that has waited happens, overdue timers first of all.
 */
export const freeze: LabFault = {
  kind: 'freeze',
  on: 'node',
  group: 'process',
  exclusive: true,
  options: {},
  apply(lab, { target, id }) {
    const process = lab.process(target);
    if (!process?.freeze(id)) return undefined;
    return () => process.thaw();
  },
};
