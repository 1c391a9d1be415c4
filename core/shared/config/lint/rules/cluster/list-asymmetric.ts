/** K3: a node that dials is not in the dialled node's list, and no shared table puts it there (§5.2, §5.3). */
import { CLUSTER_NODES_KEY } from '#core/shared/config/cluster-nodes.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { appending } from '#core/shared/config/lint/fixes.js';
import { report, since, type LintRule, type Report } from '#core/shared/config/lint/lint-rule.js';
import {
  clusterNodes,
  rangeOfFirst,
  sharesNodeTable,
  type LintNode,
} from '#core/shared/config/lint/topology-view.js';
import { clusterItem, ownItemText } from './cluster-items.js';

export const listAsymmetric: LintRule = {
  code: 'K3',
  profiles: since('5.2'),
  run(view) {
    const nodes = clusterNodes(view);
    return nodes.flatMap((connector) => nodes.flatMap((acceptor) => checkPair(connector, acceptor)));
  },
};

function checkPair(connector: LintNode, acceptor: LintNode): Report[] {
  const dialled = connector === acceptor ? undefined : clusterItem(connector, acceptor);
  if (dialled === undefined || clusterItem(acceptor, connector) !== undefined) return [];
  if (sharesNodeTable(connector, acceptor)) return [];
  const params = { node: connector.process.hostname, acceptor: acceptor.process.hostname };
  const list = findEntry(acceptor.file, CLUSTER_NODES_KEY);
  const item = ownItemText(connector);
  const fix = list === undefined || item === undefined ? {} : appending(list.valueRange, `,${item}`);
  const range = rangeOfFirst(acceptor, [CLUSTER_NODES_KEY, '--cluster-mode']);
  return [report('error', range, params, { related: [{ range: dialled.source }], ...fix })];
}
