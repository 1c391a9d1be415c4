import type { LabFault } from './kinds.js';

/** The process is killed: no last words, its kernel says FIN on every connection. Healed, it is started again. */
export const crash: LabFault = {
  kind: 'crash',
  on: 'node',
  group: 'process',
  options: {},
  apply(lab, { target }) {
    const process = lab.process(target);
    if (!process?.running) return undefined;
    process.crash();
    return () => process.startIfDown();
  },
};
