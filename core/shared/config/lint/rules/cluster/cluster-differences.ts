/** What all nodes of one cluster must have in common is compared with the first node. */
import { report, type Report } from '#core/shared/config/lint/lint-rule.js';
import {
  clusterNodes,
  rangeOfProperty,
  type LintNode,
  type TopologyView,
} from '#core/shared/config/lint/topology-view.js';

/** Nodes whose `read` gives another text than the first node's, each at its own line for `key`. */
export function differsFromFirst(
  view: TopologyView,
  key: string,
  read: (node: LintNode) => string | undefined,
): Report[] {
  const [first, ...others] = clusterNodes(view).filter((node) => node.process.componentSet !== 'comp');
  if (first === undefined) return [];
  return others
    .filter((node) => read(node) !== read(first))
    .map((node) => {
      const params = { node: node.process.hostname, other: first.process.hostname };
      const related = [{ range: rangeOfProperty(first, key) }];
      return report('warning', rangeOfProperty(node, key), params, { related });
    });
}
