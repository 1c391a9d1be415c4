/**
 * The connector signs with the password of its own item, the acceptor checks with its item for the connector (§5.3).
 * K1 and K2 are the same slip; what differs is whether a shared node table heals it.
 */
import { replacing } from '#core/shared/config/lint/fixes.js';
import { report, type Report } from '#core/shared/config/lint/lint-rule.js';
import { sharesNodeTable, type TopologyView } from '#core/shared/config/lint/topology-view.js';
import { itemText } from './cluster-items.js';
import { acceptorsOf, unequalNodes } from './unequal-nodes.js';

/** Pairs of nodes with different passwords, which do or do not share a node table; two absent ones are two random ones. */
export function differentSecrets(view: TopologyView, shared: boolean): Report[] {
  const unequal = unequalNodes(
    view,
    ({ password }) => password,
    ({ connector, acceptor }) => sharesNodeTable(connector, acceptor) === shared,
  );
  return unequal.map((wrong) => {
    const { item, isOwn, pairs, cure } = wrong;
    const node = pairs[0].connector.process.hostname;
    const params = { node, acceptor: acceptorsOf(wrong), version: view.profile };
    return report(shared ? 'warning' : 'error', item.source, params, {
      related: pairs.map(({ own, listed }) => ({ range: isOwn ? listed.source : own.source })),
      ...replacing(item.source, cure && itemText({ ...item, password: cure })),
    });
  });
}
