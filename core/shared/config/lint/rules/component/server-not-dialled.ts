/** E5: a server of the same cluster that a component does not dial cannot reach it, and counts other connections (§6.5). */
import { fieldRange, type ExternalItemSource } from '#core/shared/config/external.js';
import { appending } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import {
  connectItems,
  itemFor,
  nodesAt,
  type LintNode,
  type TopologyView,
} from '#core/shared/config/lint/topology-view.js';

export const serverNotDialled = perNode('E5', (node, view) =>
  connectItems(node).flatMap((source) => {
    const { domain, addresses } = source.item;
    const reached = new Set(addresses.flatMap((name) => nodesAt(view, name)));
    return expectedServers(view, node, domain, reached)
      .filter((server) => !reached.has(server))
      .map((server) => {
        const params = { domain, process: node.process.name, server: server.process.hostname };
        const range = fieldRange(source, 'remote');
        // With a single entry the first name would stop being an address, so there is no edit at one place.
        const several = source.fields.remote?.text.includes(';') === true;
        const fix = several ? appending(range, `;${server.process.hostname}`) : {};
        return report('error', range, params, fix);
      });
  }),
);

/** Servers that accept the domain, and all nodes of a cluster that is reached at one node. */
function expectedServers(
  view: TopologyView,
  node: LintNode,
  domain: ExternalItemSource['item']['domain'],
  reached: ReadonlySet<LintNode>,
): LintNode[] {
  const hosts = new Set([...reached].flatMap((server) => server.process.virtualHosts));
  return view.nodes.filter((server) => {
    if (server === node) return false;
    if (itemFor(server, domain, 'accept') !== undefined) return true;
    const inCluster = server.process.clusterMode && server.process.componentSet !== 'comp';
    return inCluster && server.process.virtualHosts.some((host) => hosts.has(host));
  });
}
