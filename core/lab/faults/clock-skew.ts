import { numberOf } from '#core/shared/faults/fault-options.js';
import type { LabFault } from './kinds.js';

/** Ten years. */
const MOST_MS = 315_360_000_000;

/**
 * The clock of a node's machine is ahead (`offset` > 0) or behind. What the process calls the date is wrong by that
 * much: stamps of messages, and the age of rows in the node table. Timers measure time, not dates: they are right.
 */
export const clockSkew: LabFault = {
  kind: 'clock-skew',
  on: 'node',
  group: 'process',
  options: { offset: { type: 'number', unit: 'ms', default: 90_000, min: -MOST_MS, max: MOST_MS } },
  apply(lab, { target, options }) {
    const offset = numberOf(options, 'offset');
    lab.skew(target, offset);
    return () => lab.skew(target, -offset);
  },
};
