import { CLUSTER_NODES_KEY } from '#core/shared/config/cluster-nodes.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import {
  finding,
  clusterNodes,
  isOutside,
  nodesAt,
  perNode,
  rangeOfFirst,
  sharesNodeTable,
} from '../topology-view.js';
import type { LintNode, LintRule } from '../topology-view.js';

/** K3: a node that dials is not in the dialled node's list, and no shared table puts it there. */
export const clusterListAsymmetric: LintRule = {
  codes: ['K3'],
  run(view) {
    const nodes = clusterNodes(view);
    return nodes.flatMap((connector) =>
      nodes
        .filter(
          (acceptor) => acceptor !== connector && lists(connector, acceptor) && !lists(acceptor, connector),
        )
        .filter((acceptor) => !sharesNodeTable(connector, acceptor))
        .map((acceptor) => {
          const params = { node: connector.process.hostname, acceptor: acceptor.process.hostname };
          return finding(
            'K3',
            'error',
            rangeOfFirst(acceptor, [CLUSTER_NODES_KEY, '--cluster-mode']),
            params,
          );
        }),
    );
  },
};

/** K5: a listed name that nobody in this topology has. */
export const clusterNameUnknown = perNode(['K5'], (node, view) => {
  if (!node.process.clusterMode) return [];
  return node.process.clusterNodes
    .filter((item) => item.host !== 'localhost' && nodesAt(view, item.host).length === 0)
    .filter((item) => !isOutside(view, item.host))
    .map((item) => finding('K5', 'warning', item.source, { name: item.host }));
});

/** K6: a node that is not in its own list takes a random password and dials itself under the name that it is listed by. */
export const ownNameNotListed = perNode(['K6'], (node) => {
  const entry = findEntry(node.file, CLUSTER_NODES_KEY);
  if (!node.process.clusterMode || entry === undefined || lists(node, node)) return [];
  return [finding('K6', 'warning', entry.valueRange, { node: node.process.hostname })];
});

/** K7: `localhost` is the name of every machine. */
export const clusterLocalhost = perNode(['K7'], (node) =>
  node.process.clusterMode
    ? node.process.clusterNodes
        .filter((item) => item.host === 'localhost')
        .map((item) => finding('K7', 'error', item.source))
    : [],
);

/** K8: the listening port is the one in a node's own item; others must name the same. */
export const clusterPortDiffers: LintRule = {
  codes: ['K8'],
  run(view) {
    const nodes = clusterNodes(view);
    return nodes.flatMap((target) => {
      const own = itemOf(target, target);
      return nodes.flatMap((dialler) => {
        const listed = dialler === target ? undefined : itemOf(dialler, target);
        if (own === undefined || listed === undefined || own.port === listed.port) return [];
        const params = { node: target.process.hostname, port: own.port, listed: listed.port };
        const severity = sharesNodeTable(dialler, target) ? 'warning' : 'error';
        return [finding('K8', severity, listed.source, params, { related: [{ range: own.source }] })];
      });
    });
  },
};

function itemOf(node: LintNode, about: LintNode) {
  return node.process.clusterNodes.find((item) => item.host === about.process.hostname);
}

function lists(node: LintNode, about: LintNode): boolean {
  return itemOf(node, about) !== undefined;
}
