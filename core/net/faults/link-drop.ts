import { choice } from '#core/shared/faults/fault-options.js';
import { parseRoute, routeMeans } from '#core/shared/faults/route-selector.js';
import type { FaultKind } from './fault.js';

/** Pulls a link: RST at both ends, or a FIN to both (`how: fin`). What is on it is lost with a RST, delivered before a FIN. */
export const linkDrop: FaultKind = {
  kind: 'link-drop',
  on: 'route',
  group: 'connection',
  once: true,
  options: { how: choice('reset', 'fin') },
  apply(network, order) {
    const route = parseRoute(order.target);
    for (const link of network.allLinks()) {
      if (!route || !routeMeans(route, link.id) || !order.hits()) continue;
      if (order.options.how === 'fin') link.finishBoth();
      else link.cut('link-drop');
    }
    return undefined;
  },
};
