/**
 * K6: a node that is not in its own list takes a random password and dials itself under the name that it is listed by
 * (§5.1, §5.2).
 */
import { CLUSTER_NODES_KEY } from '#core/shared/config/cluster-nodes.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { perNode, report, since } from '#core/shared/config/lint/lint-rule.js';
import { clusterItem } from './cluster-items.js';

export const ownNameNotListed = perNode(
  'K6',
  (node, { profile: version }) => {
    const entry = findEntry(node.file, CLUSTER_NODES_KEY);
    if (!node.process.clusterMode || entry === undefined || clusterItem(node, node) !== undefined) return [];
    return [report('warning', entry.valueRange, { node: node.process.hostname, version })];
  },
  since('5.2'),
);
