import type { ClusterNodeItem } from '#core/shared/config/topology-plan.js';
import { clusterNodes, finding, sharesNodeTable, type LintNode, type LintRule } from '../topology-view.js';

/**
 * K1/K2: the connector signs with the password of its own item, the acceptor checks with its item for the connector
 * (§5.3). A shared node table publishes the right password within 15 s and so heals the difference (§5.2).
 */
export const clusterSecret: LintRule = {
  codes: ['K1', 'K2'],
  run(view) {
    const nodes = clusterNodes(view);
    return nodes.flatMap((connector) => {
      const own = itemOf(connector, connector);
      return nodes.flatMap((acceptor) => {
        const listed = acceptor === connector ? undefined : itemOf(acceptor, connector);
        if (listed === undefined || own === undefined || agree(own, listed)) return [];
        const shared = sharesNodeTable(connector, acceptor);
        const params = { node: connector.process.hostname, acceptor: acceptor.process.hostname };
        const related = [{ range: own.source }];
        return [
          finding(shared ? 'K2' : 'K1', shared ? 'warning' : 'error', listed.source, params, { related }),
        ];
      });
    });
  },
};

/** Two absent passwords are two random ones. */
function agree(own: ClusterNodeItem, listed: ClusterNodeItem): boolean {
  return own.password !== undefined && own.password === listed.password;
}

function itemOf(node: LintNode, about: LintNode): ClusterNodeItem | undefined {
  return node.process.clusterNodes.find((item) => item.host === about.process.hostname);
}
