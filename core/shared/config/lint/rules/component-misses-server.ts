import { fieldRange } from '#core/shared/config/external.js';
import type { ExternalItemSource } from '#core/shared/config/external.js';
import { componentLinks, finding, itemFor, perNode } from '../topology-view.js';
import type { LintNode, TopologyView } from '../topology-view.js';

/** E5: a server of the same cluster that a component does not dial cannot reach it, and counts other connections (§6.5). */
export const componentMissesServer = perNode(['E5'], (node, view) =>
  node.externals
    .filter(({ item }) => item.type === 'connect')
    .flatMap((source) => {
      const reached = reachedServers(view, node, source);
      return expectedServers(view, node, source, reached)
        .filter((server) => !reached.has(server))
        .map((server) => {
          const range = fieldRange(source, 'remote');
          const params = {
            domain: source.item.domain,
            process: node.process.name,
            server: server.process.hostname,
          };
          // With a single entry the first name would stop being an address, so there is no edit at one place.
          const end = { ...range, line: range.endLine, column: range.endColumn };
          const several = source.fields.remote?.text.includes(';') === true;
          const fix = several ? { fix: { range: end, newText: `;${server.process.hostname}` } } : {};
          return finding('E5', 'error', range, params, fix);
        });
    }),
);

function reachedServers(view: TopologyView, node: LintNode, source: ExternalItemSource): Set<LintNode> {
  const links = componentLinks(view).filter(
    (link) => link.client === node && link.source.item === source.item,
  );
  return new Set(links.flatMap((link) => link.targets));
}

function expectedServers(
  view: TopologyView,
  node: LintNode,
  source: ExternalItemSource,
  reached: Set<LintNode>,
) {
  const domains = new Set([...reached].flatMap((server) => server.process.virtualHosts));
  return view.nodes.filter((server) => {
    if (server === node) return false;
    if (itemFor(server, source.item.domain, 'accept') !== undefined) return true;
    const inCluster = server.process.clusterMode && server.process.componentSet !== 'comp';
    return inCluster && server.process.virtualHosts.some((domain) => domains.has(domain));
  });
}
