/** K16: without the property the field defaults apply to cluster links, 2,500 packets a minute (§2.4). */
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { rangeOfProperty } from '#core/shared/config/lint/topology-view.js';
import { isThrottledByDefault } from '../throttling-default.js';

export const clusterThrottled = perNode('K16', (node) =>
  node.process.clusterMode && isThrottledByDefault(node)
    ? [report('warning', rangeOfProperty(node, '--cluster-mode', 'key'), { process: node.process.name })]
    : [],
);
