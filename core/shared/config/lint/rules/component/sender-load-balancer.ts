/** E9: hashing the sender sends the occupants of one room to different MUC processes (§6.5, §8.9). */
import { fieldRange } from '#core/shared/config/external.js';
import { loadBalancerClass } from '#core/shared/routing/load-balancers.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNodeInView, report } from '#core/shared/config/lint/lint-rule.js';
import { acceptItems, isMucDomain } from '#core/shared/config/lint/topology-view.js';

export const senderLoadBalancer = perNodeInView('E9', (node, view) =>
  acceptItems(node)
    .filter(({ item }) => loadBalancerClass(item.loadBalancer).name.startsWith('Sender'))
    .filter(({ item }) => isMucDomain(view, item.domain))
    .map((source) => {
      const range = fieldRange(source, 'lbclass');
      const params = { className: source.item.loadBalancer, domain: source.item.domain };
      return report('error', range, params, replacing(range, 'ReceiverBareJidLB'));
    }),
);
