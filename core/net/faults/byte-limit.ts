import { choice, numberOf } from '#core/shared/faults/fault-options.js';
import { PASS } from '../line-fault.js';
import type { FaultKind } from './fault.js';
import { onDirections } from './on-route.js';

/**
 * Once `bytes` have gone through in a direction of a connection, it is closed, as a proxy with a quota does: at both ends,
 * in the middle of a frame if it comes to that. What waits behind is lost.
 */
export const byteLimit: FaultKind = {
  kind: 'byte-limit',
  on: 'route',
  group: 'connection',
  directed: true,
  options: {
    bytes: { type: 'number', unit: 'bytes', default: 10_000, min: 0, max: 1e9 },
    how: choice('fin', 'reset'),
  },
  apply(network, order) {
    const limit = Math.floor(numberOf(order.options, 'bytes'));
    return onDirections(network, order, (direction, link) => {
      let left = limit;
      const close = (): void => (order.options.how === 'fin' ? link.finishBoth() : link.cut('byte-limit'));
      direction.fault({
        id: order.id,
        judge: (frame) => {
          if (!order.hits(frame)) return PASS;
          const bytes = left;
          left -= frame.bytes.length;
          return left >= 0 ? PASS : { kind: 'end', bytes: Math.max(0, bytes), reason: 'byte-limit', close };
        },
      });
      return () => direction.unfault(order.id);
    });
  },
};
