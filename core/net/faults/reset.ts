import { choice } from '#core/shared/faults/fault-options.js';
import { parseRoute, routeMeans } from '#core/shared/faults/route-selector.js';
import type { FaultKind } from './fault.js';

/**
 * A RST that neither end has sent, as a firewall forges it. `both`: both ends lose the connection. Towards one end: that
 * one loses it; the other goes on believing until its next write, which is lost and answered with a RST.
 */
export const reset: FaultKind = {
  kind: 'reset',
  on: 'route',
  group: 'connection',
  once: true,
  options: { at: choice('both', 'dialler', 'acceptor') },
  apply(network, order) {
    const route = parseRoute(order.target);
    for (const link of network.allLinks()) {
      if (!route || !routeMeans(route, link.id) || !order.hits()) continue;
      if (order.options.at === 'both') link.cut('reset');
      else link.loseAt(order.options.at === 'dialler' ? link.a : link.b, 'reset');
    }
    return undefined;
  },
};
