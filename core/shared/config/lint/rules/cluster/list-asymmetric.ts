/**
 * K3: a node that dials is not in the dialled node's list, and no shared table puts it there (§5.2, §5.3). In 5.1, which asks no
 * list whom to let in, it is the node that would have to dial that does not list the other one (§2.3, §5.1).
 */
import { CLUSTER_NODES_KEY } from '#core/shared/config/cluster-nodes.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { appending } from '#core/shared/config/lint/fixes.js';
import { report, type LintRule, type Report } from '#core/shared/config/lint/lint-rule.js';
import {
  clusterNodes,
  rangeOfFirst,
  type LintNode,
  type TopologyView,
} from '#core/shared/config/lint/topology-view.js';
import { javaStringHash } from '#core/shared/routing/java-hash.js';
import { CONNECT_ALL_KEY } from '../ignored-properties.js';
import { clusterItem, findEachOther, ownItemText } from './cluster-items.js';

export const listAsymmetric: LintRule = {
  code: 'K3',
  run(view) {
    const nodes = clusterNodes(view);
    return nodes.flatMap((connector) => nodes.flatMap((acceptor) => checkPair(view, connector, acceptor)));
  },
};

function checkPair(view: TopologyView, connector: LintNode, acceptor: LintNode): Report[] {
  const dialled = connector === acceptor ? undefined : clusterItem(connector, acceptor);
  if (dialled === undefined || clusterItem(acceptor, connector) !== undefined) return [];
  if (findEachOther(view, connector, acceptor)) return [];
  const isOld = view.profile === '5.1';
  if (isOld && dialsIn51(connector, acceptor)) return [];
  const names = { node: connector.process.hostname, acceptor: acceptor.process.hostname };
  const list = findEntry(acceptor.file, CLUSTER_NODES_KEY);
  const item = ownItemText(connector, view.profile);
  const fix = list === undefined || item === undefined ? {} : appending(list.valueRange, `,${item}`);
  const range = rangeOfFirst(acceptor, [CLUSTER_NODES_KEY, '--cluster-mode']);
  const params = isOld ? { ...names, variant: 'hash' } : names;
  return [report('error', range, params, { related: [{ range: dialled.source }], ...fix })];
}

/** Of two nodes that list each other one dials, the one whose name has the smaller hash (§5.1). */
function dialsIn51({ process }: LintNode, other: LintNode): boolean {
  if (process.properties[CONNECT_ALL_KEY] === 'true') return true;
  return javaStringHash(other.process.hostname) > javaStringHash(process.hostname);
}
