import type { Invariant } from './invariant.js';

/** The lab itself never fails: what a fault does to a process, that process survives or ends by. */
export const labErrors: Invariant = {
  name: 'lab-errors',
  watch: () => ({
    take(row) {
      if (row[4] !== 'lab.error') return undefined;
      const [where, message] = row[5];
      const params = { where, message };
      return { about: message, seq: row[0], time: row[1] / 1000, code: 'explore.lab-errors', params };
    },
  }),
};
