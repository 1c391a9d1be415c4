/** K11: two nodes of one cluster of three or more do not list each other, and nothing else makes them dial (§5.7, §5.9). */
import { CLUSTER_NODES_KEY } from '#core/shared/config/cluster-nodes.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { appending, behind } from '#core/shared/config/lint/fixes.js';
import { report, type LintRule, type Report } from '#core/shared/config/lint/lint-rule.js';
import {
  clusterNodes,
  rangeOfFirst,
  type LintNode,
  type TopologyView,
} from '#core/shared/config/lint/topology-view.js';
import { findEachOther, ownItemText } from './cluster-items.js';

export const meshIncomplete: LintRule = {
  code: 'K11',
  run(view) {
    const peers = peersOf(view);
    return unlinkedPairs(peers)
      .filter(([node, other]) => reachable(node, peers).has(other))
      .map(([node, other]) => {
        const keys = [CLUSTER_NODES_KEY, '--cluster-mode'];
        const params = { node: node.process.hostname, other: other.process.hostname };
        const related = [{ range: rangeOfFirst(other, keys) }];
        return report('error', rangeOfFirst(node, keys), params, {
          related,
          ...listEachOther(view, node, other),
        });
      });
  },
};

/** Each one's own item, written into the other one's list. */
function listEachOther({ profile }: TopologyView, node: LintNode, other: LintNode): Pick<Report, 'fix'> {
  const [mine, theirs] = [node, other].map((each) => findEntry(each.file, CLUSTER_NODES_KEY)?.valueRange);
  const [me, them] = [ownItemText(node, profile), ownItemText(other, profile)];
  if (mine === undefined || theirs === undefined || me === undefined || them === undefined) return {};
  return appending(mine, `,${them}`, [behind(theirs, `,${me}`)]);
}

type Peers = ReadonlyMap<LintNode, ReadonlySet<LintNode>>;

/** For every node those that it dials or that dial it; one direction alone is K3. */
function peersOf(view: TopologyView): Peers {
  const nodes = clusterNodes(view);
  const listed = new Map(
    nodes.map((node) => [node, new Set(node.process.clusterNodes.map((item) => item.host))]),
  );
  const lists = (node: LintNode, other: LintNode) => listed.get(node)?.has(other.process.hostname) === true;
  return new Map(
    nodes.map((node) => [
      node,
      new Set(
        nodes.filter((other) => lists(node, other) || lists(other, node) || findEachOther(view, node, other)),
      ),
    ]),
  );
}

function unlinkedPairs(peers: Peers): [LintNode, LintNode][] {
  const nodes = [...peers.keys()];
  return nodes.flatMap((node, index) =>
    nodes
      .slice(0, index)
      .filter((other) => peers.get(node)?.has(other) !== true)
      .map((other): [LintNode, LintNode] => [node, other]),
  );
}

/** All nodes of the cluster that a node belongs to. */
function reachable(start: LintNode, peers: Peers): ReadonlySet<LintNode> {
  const found = new Set([start]);
  // A set goes on with what is added while it is walked.
  for (const node of found) for (const other of peers.get(node) ?? []) found.add(other);
  return found;
}
