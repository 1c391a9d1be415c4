/** K11: two nodes of one cluster of three or more do not list each other, and nothing else makes them dial (§5.7, §5.9). */
import { CLUSTER_NODES_KEY } from '#core/shared/config/cluster-nodes.js';
import { report, type LintRule } from '#core/shared/config/lint/lint-rule.js';
import {
  clusterNodes,
  rangeOfFirst,
  sharesNodeTable,
  type LintNode,
} from '#core/shared/config/lint/topology-view.js';
import { clusterItem } from './cluster-items.js';

export const meshIncomplete: LintRule = {
  code: 'K11',
  run(view) {
    const nodes = clusterNodes(view);
    return nodes.flatMap((node, index) => {
      const cluster = reachable(node, nodes);
      return nodes
        .slice(0, index)
        .filter((other) => cluster.has(other) && !linked(node, other))
        .map((other) => {
          const keys = [CLUSTER_NODES_KEY, '--cluster-mode'];
          const params = { node: node.process.hostname, other: other.process.hostname };
          const related = [{ range: rangeOfFirst(other, keys) }];
          return report('error', rangeOfFirst(node, keys), params, { related });
        });
    });
  },
};

/** Whether two nodes dial each other in at least one direction; one alone is K3. */
function linked(left: LintNode, right: LintNode): boolean {
  const listed = clusterItem(left, right) ?? clusterItem(right, left);
  return listed !== undefined || sharesNodeTable(left, right);
}

/** All nodes of the cluster that a node belongs to. */
function reachable(start: LintNode, nodes: readonly LintNode[]): ReadonlySet<LintNode> {
  const found = new Set([start]);
  for (const node of found) {
    for (const other of nodes) if (linked(node, other)) found.add(other);
  }
  return found;
}
