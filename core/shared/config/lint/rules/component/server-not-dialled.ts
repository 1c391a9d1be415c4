/** E5: a server of the same cluster that a component does not dial cannot reach it, and counts other connections (§6.5). */
import { fieldRange, type ExternalItemSource } from '#core/shared/config/external.js';
import { appending, replacing } from '#core/shared/config/lint/fixes.js';
import { perNodeInView, report, type Report } from '#core/shared/config/lint/lint-rule.js';
import {
  connectItems,
  itemFor,
  nodesAt,
  type LintNode,
  type TopologyView,
} from '#core/shared/config/lint/topology-view.js';

export const serverNotDialled = perNodeInView('E5', (node, view) =>
  connectItems(node).flatMap((source) => {
    const { domain, addresses, remoteDomain = [] } = source.item;
    // A server in the first place is not dialled either, which is E16.
    const reached = new Set([remoteDomain, addresses].flat().flatMap((name) => nodesAt(view, name)));
    return expectedServers(view, node, domain, reached)
      .filter((server) => !reached.has(server))
      .map((server) => {
        const params = { domain, process: node.process.name, server: server.process.hostname };
        const range = fieldRange(source, 'remote');
        const theirs = itemFor(server, domain, 'accept')?.item.source;
        const related = theirs === undefined ? [] : [{ range: theirs }];
        return report('error', range, params, { related, ...dialling(source, server) });
      });
  }),
);

/** With a single entry the first name would stop being an address, so the remote domain comes in front of it. */
function dialling({ fields: { remote } }: ExternalItemSource, { process }: LintNode): Pick<Report, 'fix'> {
  if (remote === undefined) return {};
  if (remote.text.includes(';')) return appending(remote.range, `;${process.hostname}`);
  const domain = process.virtualHosts[0];
  const names = [...new Set([domain, remote.text, process.hostname])];
  return replacing(remote.range, domain && names.join(';'));
}

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
