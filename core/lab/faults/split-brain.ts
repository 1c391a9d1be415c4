import { choice } from '#core/shared/faults/fault-options.js';
import type { LabFault } from './kinds.js';
import { groupsOf, pairsAcross, Pattern } from './pattern.js';

/**
 * The network falls apart into groups: nothing passes between them, and nobody can dial across. `hang`: a black hole, as
 * when a switch is gone; `reset`: the connections break and dials are refused, as a firewall would do it.
 */
export const splitBrain: LabFault = {
  kind: 'split-brain',
  on: 'nodes',
  group: 'pattern',
  options: { how: choice('hang', 'reset') },
  apply(lab, order) {
    const pattern = new Pattern(lab, order);
    const hang = order.options['how'] === 'hang';
    for (const [one, other] of pairsAcross(groupsOf(order.target))) {
      const target = `${one}<>${other}`;
      pattern.place({ kind: 'refuse', target, how: hang ? 'drop' : 'reject' });
      pattern.place(hang ? { kind: 'half-open', target } : { kind: 'link-drop', target });
    }
    return pattern.undo;
  },
};
