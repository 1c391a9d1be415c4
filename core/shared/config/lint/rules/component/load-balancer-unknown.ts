/** E8: a load balancer class that cannot be loaded; Tigase warns once and takes the default (§6.5). */
import { fieldRange } from '#core/shared/config/external.js';
import { nearestName } from '#core/shared/config/nearest-name.js';
import { LOAD_BALANCER_NAMES, loadBalancerClass } from '#core/shared/routing/load-balancers.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { acceptItems } from '#core/shared/config/lint/topology-view.js';

export const loadBalancerUnknown = perNode('E8', (node) =>
  acceptItems(node)
    .filter(({ item }) => !loadBalancerClass(item.loadBalancer).known)
    .map((source) => {
      const range = fieldRange(source, 'lbclass');
      const className = source.item.loadBalancer;
      const params = { className, used: loadBalancerClass(className).name };
      return report('warning', range, params, replacing(range, nearestName(className, LOAD_BALANCER_NAMES)));
    }),
);
