/** K21: a component process in cluster mode becomes one more node of the servers' cluster (§5.2). */
import { CLUSTER_NODES_KEY } from '#core/shared/config/cluster-nodes.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { rangeOfProperty } from '#core/shared/config/lint/topology-view.js';

export const componentInClusterMode = perNode('K21', (node) => {
  if (!node.process.clusterMode || node.process.componentSet !== 'comp') return [];
  const range = rangeOfProperty(node, '--cluster-mode');
  // With a list of nodes it would look as if cluster mode had been forgotten (K12).
  const fix = findEntry(node.file, CLUSTER_NODES_KEY) === undefined ? replacing(range, 'false') : {};
  return [report('warning', range, { process: node.process.name }, fix)];
});
