/** What one node's list says of another node and what that one says of itself, where they disagree (§2.3). */
import type { ClusterNodeItem } from '#core/shared/config/topology-plan.js';
import type { TopologyView } from '#core/shared/config/lint/topology-view.js';
import { agreed, votes } from '../votes.js';
import { listedPairs, type ListedPair } from './cluster-items.js';

export interface UnequalNode {
  /** The item that is most likely wrong. */
  item: ClusterNodeItem;
  /** Whether it is the one that the node has of itself. */
  isOwn: boolean;
  pairs: readonly [ListedPair, ...ListedPair[]];
  /** What should stand there; undefined when nobody can know. */
  cure: string | undefined;
}

/**
 * The slip is at the item that fewer lists agree with, first about this node, then about any; else with who lists.
 * @param read what must be equal; undefined is equal to nothing
 * @param counts pairs that are asked for
 */
export function unequalNodes(
  view: TopologyView,
  read: (item: ClusterNodeItem) => string | undefined,
  counts: (pair: ListedPair) => boolean,
): UnequalNode[] {
  const pairs = listedPairs(view);
  const weigh = scales(view, read);
  const wrong = new Map<ClusterNodeItem, ListedPair[]>();
  for (const pair of pairs.filter(counts)) {
    const [own, listed] = [read(pair.own), read(pair.listed)];
    if (own !== undefined && own === listed) continue;
    const culprit = weigh(pair.own) < weigh(pair.listed) ? pair.own : pair.listed;
    wrong.set(culprit, [...(wrong.get(culprit) ?? []), pair]);
  }
  return [...wrong].flatMap(([item, [first, ...others]]) => {
    if (first === undefined) return [];
    const isOwn = item === first.own;
    const listings = pairs.filter(({ own }) => own === first.own).map(({ listed }) => read(listed));
    return [{ item, isOwn, pairs: [first, ...others], cure: isOwn ? agreed(listings) : read(first.own) }];
  });
}

/** More than the items of any topology. */
const MANY = 1_000_000;

function scales({ nodes }: TopologyView, read: (item: ClusterNodeItem) => string | undefined) {
  const items = nodes.flatMap(({ process }) => process.clusterNodes);
  const about = ({ host }: ClusterNodeItem, text: string | undefined) =>
    text === undefined ? undefined : `${host} ${text}`;
  const ofNode = votes(items.map((item) => about(item, read(item))));
  const ofAll = votes(items.map(read));
  return (item: ClusterNodeItem) => ofNode(about(item, read(item))) * MANY + ofAll(read(item));
}

/** The nodes that list the item's node otherwise, or the one that does. */
export function acceptorsOf({ pairs }: UnequalNode): string {
  return pairs.map(({ acceptor }) => acceptor.process.hostname).join(', ');
}
