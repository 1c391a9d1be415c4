import { numberOf } from '#core/shared/faults/fault-options.js';
import type { LabFault } from './kinds.js';
import { atLeast, Pattern } from './pattern.js';

/** Every connection of a node breaks at once, `times` times, `gap` ms apart: everybody comes back together, and is thrown out again. */
export const reconnectStorm: LabFault = {
  kind: 'reconnect-storm',
  on: 'node',
  group: 'pattern',
  options: {
    times: { type: 'number', unit: 'count', default: 3, min: 1, max: 1000 },
    gap: atLeast(5000),
  },
  apply(lab, order) {
    const pattern = new Pattern(lab, order);
    let left = numberOf(order.options, 'times');
    const strike = (): void => {
      pattern.place({ kind: 'link-drop', target: `${order.target}<>*` });
      left -= 1;
      pattern.next(left > 0 ? numberOf(order.options, 'gap') : 0, left > 0 ? strike : () => order.end());
    };
    strike();
    return pattern.undo;
  },
};
