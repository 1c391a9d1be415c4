/**
 * K6: a node that is not in its own list takes a random password and dials itself under the name that it is listed by
 * (§5.1, §5.2). In 5.1 the list only says whom to dial, so it need not have the node itself, but must not have it under
 * another name (§2.3).
 */
import { CLUSTER_NODES_KEY } from '#core/shared/config/cluster-nodes.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { perNodeInView, report } from '#core/shared/config/lint/lint-rule.js';
import { nodesAt } from '#core/shared/config/lint/topology-view.js';
import { clusterItem } from './cluster-items.js';

export const ownNameNotListed = perNodeInView('K6', (node, view) => {
  const { hostname, clusterMode, clusterNodes } = node.process;
  const entry = findEntry(node.file, CLUSTER_NODES_KEY);
  if (!clusterMode || entry === undefined || clusterItem(node, node) !== undefined) return [];
  const params = { node: hostname, version: view.profile };
  const alias = clusterNodes.find(({ host }) => nodesAt(view, host).includes(node));
  if (view.profile !== '5.1') return [report('warning', entry.valueRange, params)];
  return alias === undefined ? [] : [report('warning', alias.source, params)];
});
