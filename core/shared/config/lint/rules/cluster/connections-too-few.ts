/** K28: 7.1 keeps two connections to a node for itself, so with two or fewer nothing is left for the rest (§2.3, §5.1). */
import { parsePort } from '#core/shared/config/cluster-nodes.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report, since } from '#core/shared/config/lint/lint-rule.js';

/** `ClusterConnectionSelector` takes as many for priorities up to CLUSTER. */
const RESERVED = 2;

export const connectionsTooFew = perNode(
  'K28',
  (node) => {
    const entry = findEntry(node.file, '--cluster-connections-per-node');
    const connections = parsePort(entry?.value ?? '');
    if (!node.process.clusterMode || entry === undefined || connections === undefined) return [];
    if (connections > RESERVED) return [];
    const params = { connections, reserved: RESERVED };
    return [report('warning', entry.valueRange, params, replacing(entry.valueRange, '5'))];
  },
  since('7.1'),
);
