/** Items of `--cluster-nodes`: what one node's list says of another node, and of itself (§2.3). */
import { remembering } from '#core/shared/config/remembering.js';
import type { ClusterNodeItem } from '#core/shared/config/topology-plan.js';
import type { TigaseVersion } from '#core/shared/config/catalogue/entry.js';
import {
  clusterNodes,
  sharesNodeTable,
  type LintNode,
  type TopologyView,
} from '#core/shared/config/lint/topology-view.js';

/** The first item of each host. */
const itemsByHost = remembering(
  ({ process }: LintNode) => new Map(process.clusterNodes.toReversed().map((item) => [item.host, item])),
);

/** What a node's list says about a node. */
export function clusterItem(node: LintNode, about: LintNode): ClusterNodeItem | undefined {
  return itemsByHost(node).get(about.process.hostname);
}

/** An item as it is written in a list. */
export function itemText({ host, password = '', port }: Omit<ClusterNodeItem, 'source'>): string {
  return `${host}:${password}:${port}`;
}

/** What others must write of a node; undefined when its own item has no password that they could know. */
export function ownItemText(node: LintNode, profile: TigaseVersion): string | undefined {
  // §2.3: host names and nothing else.
  if (profile === '5.1') return node.process.hostname;
  const own = clusterItem(node, node);
  return own?.password === undefined ? undefined : itemText(own);
}

/** Whether each of two nodes finds the other one in a table, without any list; 5.1 has no such table (§5.2). */
export function findEachOther({ profile }: TopologyView, left: LintNode, right: LintNode): boolean {
  return profile !== '5.1' && sharesNodeTable(left, right);
}

export interface ListedPair {
  /** The node that dials, under its own item. */
  connector: LintNode;
  own: ClusterNodeItem;
  /** The node that is dialled, with its item for the connector. */
  acceptor: LintNode;
  listed: ClusterNodeItem;
}

/** Every pair of nodes where both lists have an item for the connector. */
export const listedPairs = remembering((view: TopologyView): readonly ListedPair[] => {
  const nodes = clusterNodes(view);
  return nodes.flatMap((connector) => {
    const own = clusterItem(connector, connector);
    return nodes.flatMap((acceptor) => {
      const listed = acceptor === connector ? undefined : clusterItem(acceptor, connector);
      return own === undefined || listed === undefined ? [] : [{ connector, own, acceptor, listed }];
    });
  });
});
