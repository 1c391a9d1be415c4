/** K21: a component process in cluster mode becomes one more node of the servers' cluster (§5.2). */
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { rangeOfProperty } from '#core/shared/config/lint/topology-view.js';

export const componentInClusterMode = perNode('K21', (node) => {
  if (!node.process.clusterMode || node.process.componentSet !== 'comp') return [];
  return [report('warning', rangeOfProperty(node, '--cluster-mode'), { process: node.process.name })];
});
