/**
 * The connector signs with the password of its own item, the acceptor checks with its item for the connector (§5.3).
 * K1 and K2 are the same slip; what differs is whether a shared node table heals it.
 */
import type { ClusterNodeItem } from '#core/shared/config/topology-plan.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { report, type Report } from '#core/shared/config/lint/lint-rule.js';
import { sharesNodeTable, type TopologyView } from '#core/shared/config/lint/topology-view.js';
import { itemText, listedPairs } from './cluster-items.js';

/** Pairs of nodes with different passwords, which do or do not share a node table. */
export function differentSecrets(view: TopologyView, shared: boolean): Report[] {
  return listedPairs(view)
    .filter(({ own, listed }) => !agree(own, listed))
    .filter(({ connector, acceptor }) => sharesNodeTable(connector, acceptor) === shared)
    .map(({ connector, own, acceptor, listed }) => {
      const params = {
        node: connector.process.hostname,
        acceptor: acceptor.process.hostname,
        version: view.profile,
      };
      return report(shared ? 'warning' : 'error', listed.source, params, {
        related: [{ range: own.source }],
        ...replacing(listed.source, own.password && itemText({ ...listed, password: own.password })),
      });
    });
}

/** Two absent passwords are two random ones. */
function agree(own: ClusterNodeItem, listed: ClusterNodeItem): boolean {
  return own.password !== undefined && own.password === listed.password;
}
