import { ms, numberOf } from '#core/shared/faults/fault-options.js';
import type { FaultKind } from './fault.js';
import { onDirections } from './on-route.js';

/** Everything takes longer: `delay` ms, give or take `jitter` (evenly spread). Nothing overtakes, so jitter adds up as in TCP. */
export const latency: FaultKind = {
  kind: 'latency',
  on: 'route',
  group: 'line',
  directed: true,
  options: { delay: ms(100), jitter: ms(0) },
  apply(network, order) {
    const delay = numberOf(order.options, 'delay') * 1000;
    const jitter = numberOf(order.options, 'jitter') * 1000;
    return onDirections(network, order, (direction) => {
      let latest = 0;
      direction.shape({
        id: order.id,
        notBefore: (item, from) => {
          const hit = order.hits('frame' in item ? item.frame : undefined);
          const spread = jitter === 0 ? 0 : order.random.below(2 * jitter + 1) - jitter;
          latest = Math.max(latest, from, hit ? from + Math.max(0, delay + spread) : from);
          return latest;
        },
      });
      return () => direction.unshape(order.id);
    });
  },
};
