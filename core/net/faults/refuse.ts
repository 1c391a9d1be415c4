import { choice, ms, numberOf } from '#core/shared/faults/fault-options.js';
import { parseRoute } from '#core/shared/faults/route-selector.js';
import type { FaultKind } from './fault.js';
import { SYN_GIVE_UP_MS, synLost } from './syn-lost.js';

/**
 * New connections cannot be opened: a RST for the SYN (`reject`), or no answer at all until the dialling system gives up
 * (`drop`; Linux: 127 s). Connections that are open stay.
 */
export const refuse: FaultKind = {
  kind: 'refuse',
  on: 'route',
  group: 'connection',
  options: { how: choice('reject', 'drop'), timeout: ms(SYN_GIVE_UP_MS) },
  apply(network, order) {
    const route = parseRoute(order.target);
    if (!route) return undefined;
    const verdict =
      order.options.how === 'drop'
        ? synLost(numberOf(order.options, 'timeout'))
        : { error: 'ECONNREFUSED', afterMs: 0 };
    return network.routes.judgeDials(order, route, () => (order.hits() ? verdict : undefined));
  },
};
