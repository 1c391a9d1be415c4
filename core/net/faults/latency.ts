import { ms, numberOf } from '#core/shared/faults/fault-options.js';
import type { LineShape } from '../line-fault.js';
import type { FaultKind, FaultOrder } from './fault.js';
import { frameOf, onDirections } from './on-route.js';

/** Everything takes longer: `delay` ms, give or take `jitter` (evenly spread). Nothing overtakes, so jitter adds up as in TCP. */
export const latency: FaultKind = {
  kind: 'latency',
  on: 'route',
  group: 'line',
  directed: true,
  options: { delay: ms(100), jitter: ms(0) },
  apply(network, order) {
    const figures = {
      delayMs: numberOf(order.options, 'delay'),
      jitterMs: numberOf(order.options, 'jitter'),
    };
    return onDirections(network, order, (direction) => {
      direction.shape(latencyShape(order, figures));
      return () => direction.unfault(order.id);
    });
  },
};

/** Of one direction. */
export function latencyShape(
  { id, hits, random }: FaultOrder,
  { delayMs, jitterMs }: { delayMs: number; jitterMs: number },
): LineShape {
  const [delay, jitter] = [Math.round(delayMs * 1000), Math.round(jitterMs * 1000)];
  let latest = 0;
  return {
    id,
    notBefore: (item, from) => {
      const hit = hits(frameOf(item));
      const spread = jitter === 0 ? 0 : random.below(2 * jitter + 1) - jitter;
      latest = Math.max(latest, from, hit ? from + Math.max(0, delay + spread) : from);
      return latest;
    },
  };
}
