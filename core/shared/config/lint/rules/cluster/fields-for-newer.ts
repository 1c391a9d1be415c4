/** K27: up to 5.1 an item of `--cluster-nodes` is a host name and nothing else (§2.3). */
import { perNode, report, until } from '#core/shared/config/lint/lint-rule.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { CLUSTER_NODES_KEY } from '#core/shared/config/cluster-nodes.js';
import { findEntry, splitValue } from '#core/shared/config/init-properties.js';

export const fieldsForNewer = perNode(
  'K27',
  (node) => {
    const entry = findEntry(node.file, CLUSTER_NODES_KEY);
    if (!node.process.clusterMode || entry === undefined) return [];
    return splitValue(entry, ',')
      .filter(({ text }) => text.includes(':'))
      .map(({ text: item, range }) => report('error', range, { item }, replacing(range, item.split(':')[0])));
  },
  until('5.1'),
);
