import { PASS, type Verdict } from '../line-fault.js';
import type { FaultKind } from './fault.js';
import { onDirections } from './on-route.js';

const DROP: Verdict = { kind: 'drop', reason: 'frame-drop' };

/**
 * Takes whole frames away, as a faulty gateway would: TCP itself never loses one. With `frames` it takes just those that
 * match: the third `packet-forward-sm-cmd`, every presence.
 */
export const frameDrop: FaultKind = {
  kind: 'frame-drop',
  on: 'route',
  group: 'frames',
  directed: true,
  options: {},
  apply(network, order) {
    return onDirections(network, order, (direction) => {
      direction.fault({ id: order.id, judge: (frame) => (order.hits(frame) ? DROP : PASS) });
      return () => direction.unfault(order.id);
    });
  },
};
