import { choice, ms, numberOf } from '#core/shared/faults/fault-options.js';
import { parseRoute } from '#core/shared/faults/route-selector.js';
import { BlackHole } from './black-hole.js';
import type { FaultKind } from './fault.js';
import { directionsOf, onLinks } from './on-route.js';
import { GIVE_UP_MS } from './retransmission.js';
import { synLost } from './syn-lost.js';

/**
 * A black hole: nothing arrives, and nobody is told. Whoever has sent something sends it again and again, and loses its own
 * end after `giveUp` ms without an answer (ETIMEDOUT); the other end goes on believing. Dials get no answer either.
 */
export const halfOpen: FaultKind = {
  kind: 'half-open',
  on: 'route',
  group: 'connection',
  directed: true,
  options: { giveUp: ms(GIVE_UP_MS), resume: choice('retransmission', 'at-once') },
  apply(network, order) {
    const route = parseRoute(order.target);
    if (!route) return undefined;
    const heal = onLinks(network, order, (link) => {
      if (!order.hits()) return () => undefined;
      const hole = new BlackHole(network.clock, link, {
        id: order.id,
        directions: directionsOf(link, order),
        giveUpMs: numberOf(order.options, 'giveUp'),
        atOnce: order.options.resume === 'at-once',
      });
      return () => hole.heal();
    });
    const answer = network.routes.judgeDials(undefined, route, () => (order.hits() ? synLost() : undefined));
    return () => {
      answer();
      heal();
    };
  },
};
