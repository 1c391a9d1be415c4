/** K12: a process that others list as a node, or that lists nodes itself, runs without cluster mode (§2.3). */
import { CLUSTER_NODES_KEY } from '#core/shared/config/cluster-nodes.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { clusterNodes, rangeOfFirst } from '#core/shared/config/lint/topology-view.js';
import { clusterItem } from './cluster-items.js';

export const clusterModeMissing = perNode('K12', (node, view) => {
  if (node.process.clusterMode) return [];
  const listed = clusterNodes(view).some((other) => clusterItem(other, node) !== undefined);
  const lists = findEntry(node.file, CLUSTER_NODES_KEY) !== undefined;
  if (!listed && !lists) return [];
  const range = rangeOfFirst(node, ['--cluster-mode', CLUSTER_NODES_KEY, 'config-type']);
  return [report(listed ? 'error' : 'warning', range, { node: node.process.hostname })];
});
