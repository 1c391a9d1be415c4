/** E20: without the property the field defaults apply, 2,500 packets a minute, also to component links (§2.4). */
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { connectItems } from '#core/shared/config/lint/topology-view.js';
import { isThrottledByDefault } from '../throttling-default.js';

export const componentThrottled = perNode('E20', (node) => {
  const source = connectItems(node)[0];
  if (source === undefined || !isThrottledByDefault(node)) return [];
  return [report('warning', source.entry.keyRange, { process: node.process.name })];
});
