import { numberOf } from '#core/shared/faults/fault-options.js';
import type { LineShape } from '../line-fault.js';
import type { FaultKind, FaultOrder } from './fault.js';
import { bytesOf, frameOf, onDirections } from './on-route.js';

/** A narrow line: `rate` bytes a second in each direction of each connection; what is sent waits for all before it. */
export const bandwidth: FaultKind = {
  kind: 'bandwidth',
  on: 'route',
  group: 'line',
  directed: true,
  options: { rate: { type: 'number', unit: 'bytes/s', default: 10_000, min: 1, max: 1e9 } },
  apply(network, order) {
    const rate = numberOf(order.options, 'rate');
    return onDirections(network, order, (direction) => {
      direction.shape(bandwidthShape(order, rate));
      return () => direction.unfault(order.id);
    });
  },
};

/** Of one direction; `rate` in bytes a second. */
export function bandwidthShape({ id, hits }: FaultOrder, rate: number): LineShape {
  /** When the line will have carried all that was sent so far. */
  let free = 0;
  return {
    id,
    notBefore: (item, from) => {
      const bytes = hits(frameOf(item)) ? bytesOf(item) : 0;
      free = Math.max(free, from) + Math.round((bytes * 1_000_000) / rate);
      return free;
    },
  };
}
