/** K16: without the property the field defaults apply to cluster links, 2,500 packets a minute (§2.4). */
import { perNode } from '#core/shared/config/lint/lint-rule.js';
import { rangeOfProperty } from '#core/shared/config/lint/topology-view.js';
import { throttledByDefault, VERSIONS_WITH_BUG } from '../throttling-default.js';

export const clusterThrottled = perNode(
  'K16',
  (node) =>
    node.process.clusterMode ? throttledByDefault(node, rangeOfProperty(node, '--cluster-mode', 'key')) : [],
  VERSIONS_WITH_BUG,
);
