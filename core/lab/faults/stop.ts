import type { LabFault } from './kinds.js';

/** A clean stop: components say their last words, streams are closed. Healed, the process is started again. */
export const stop: LabFault = {
  kind: 'stop',
  on: 'node',
  group: 'process',
  options: {},
  apply(lab, { target }) {
    const process = lab.process(target);
    if (!process?.running) return undefined;
    process.stop();
    return () => process.startIfDown();
  },
};
