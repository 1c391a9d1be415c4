/** E20: without the property the field defaults apply, 2,500 packets a minute, also to component links (§2.4). */
import { perNode } from '#core/shared/config/lint/lint-rule.js';
import { connectItems } from '#core/shared/config/lint/topology-view.js';
import { throttledByDefault, VERSIONS_WITH_BUG } from '../throttling-default.js';

export const componentThrottled = perNode(
  'E20',
  (node) => {
    const source = connectItems(node)[0];
    return source === undefined ? [] : throttledByDefault(node, source.entry.keyRange);
  },
  VERSIONS_WITH_BUG,
);
