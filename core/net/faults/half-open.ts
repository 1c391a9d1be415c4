import type { FaultKind } from './fault.js';
import { onDirections } from './on-route.js';

/**
 * A black hole: nothing arrives, and nobody is told. What was sent meanwhile arrives when it is healed, as TCP sends it
 * again and again.
 */
export const halfOpen: FaultKind = {
  kind: 'half-open',
  on: 'route',
  group: 'connection',
  directed: true,
  options: {},
  apply(network, order) {
    const reason = `half-open ${order.id}`;
    return onDirections(network, order, (direction) => {
      direction.hold(reason);
      return () => direction.unhold(reason);
    });
  },
};
