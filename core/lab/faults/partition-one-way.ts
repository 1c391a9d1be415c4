import type { LabFault } from './kinds.js';
import { groupsOf, pairsAcross, Pattern } from './pattern.js';

/**
 * Nothing gets from the first group to the second (and from each to those after it); the other way all is well. No
 * connection can be opened either way: SYN or SYN-ACK is lost.
 */
export const partitionOneWay: LabFault = {
  kind: 'partition-one-way',
  on: 'nodes',
  group: 'pattern',
  options: {},
  apply(lab, order) {
    const pattern = new Pattern(lab, order);
    for (const [from, to] of pairsAcross(groupsOf(order.target))) {
      pattern.place({ kind: 'refuse', target: `${from}<>${to}`, how: 'drop' });
      pattern.place({ kind: 'half-open', target: `${from}>${to}`, direction: 'ab' });
      pattern.place({ kind: 'half-open', target: `${to}>${from}`, direction: 'ba' });
    }
    return pattern.undo;
  },
};
