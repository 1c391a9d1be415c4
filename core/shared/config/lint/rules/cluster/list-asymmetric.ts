/** K3: a node that dials is not in the dialled node's list, and no shared table puts it there (§5.2, §5.3). */
import { CLUSTER_NODES_KEY } from '#core/shared/config/cluster-nodes.js';
import { report, since, type LintRule } from '#core/shared/config/lint/lint-rule.js';
import { clusterNodes, rangeOfFirst, sharesNodeTable } from '#core/shared/config/lint/topology-view.js';
import { clusterItem } from './cluster-items.js';

export const listAsymmetric: LintRule = {
  code: 'K3',
  profiles: since('5.2'),
  run(view) {
    const nodes = clusterNodes(view);
    return nodes.flatMap((connector) =>
      nodes
        .filter((acceptor) => acceptor !== connector)
        .filter((acceptor) => clusterItem(connector, acceptor) && !clusterItem(acceptor, connector))
        .filter((acceptor) => !sharesNodeTable(connector, acceptor))
        .map((acceptor) => {
          const params = { node: connector.process.hostname, acceptor: acceptor.process.hostname };
          return report('error', rangeOfFirst(acceptor, [CLUSTER_NODES_KEY, '--cluster-mode']), params);
        }),
    );
  },
};
