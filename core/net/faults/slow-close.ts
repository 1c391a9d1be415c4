import { ms, numberOf } from '#core/shared/faults/fault-options.js';
import type { FaultKind } from './fault.js';
import { onDirections } from './on-route.js';

/** FIN and RST arrive `delay` ms late: whoever has closed is believed alive for so long. */
export const slowClose: FaultKind = {
  kind: 'slow-close',
  on: 'route',
  group: 'connection',
  directed: true,
  options: { delay: ms(5000) },
  apply(network, order) {
    const delay = Math.round(numberOf(order.options, 'delay') * 1000);
    return onDirections(network, order, (direction) => {
      direction.shape({
        id: order.id,
        notBefore: (item, from) =>
          (item.kind === 'fin' || item.kind === 'reset') && order.hits() ? from + delay : from,
      });
      return () => direction.unfault(order.id);
    });
  },
};
