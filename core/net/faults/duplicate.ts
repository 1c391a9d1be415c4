import { PASS } from '../line-fault.js';
import type { FaultKind } from './fault.js';
import { onDirections } from './on-route.js';

/** A frame arrives twice, the copy right behind it, as a faulty gateway would do it: TCP itself never doubles one. */
export const duplicate: FaultKind = {
  kind: 'duplicate',
  on: 'route',
  group: 'frames',
  directed: true,
  options: {},
  apply(network, order) {
    return onDirections(network, order, (direction) => {
      direction.fault({
        id: order.id,
        judge: (frame) => (order.hits(frame) ? { kind: 'duplicate' } : PASS),
      });
      return () => direction.unfault(order.id);
    });
  },
};
