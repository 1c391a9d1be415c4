/** For every address that a component dials: the server there, and what that server's list says of the domain (§6.1). */
import type { ExternalItemSource } from '#core/shared/config/external.js';
import { remembering } from '#core/shared/config/remembering.js';
import {
  itemFor,
  type ComponentLink,
  type LintNode,
  type TopologyView,
} from '#core/shared/config/lint/topology-view.js';

export interface DialledServer {
  link: ComponentLink;
  server: LintNode;
  /** The server's item for the component's domain. */
  accept: ExternalItemSource | undefined;
  /** Names for the sentences. */
  params: { domain: string; process: string; server: string; port: number };
}

export const dialledServers = remembering((view: TopologyView): readonly DialledServer[] => {
  return view.componentLinks.flatMap((link) => {
    const { client, source, targets } = link;
    const { domain, port } = source.item;
    const server = targets.find((node) => itemFor(node, domain, 'accept') !== undefined) ?? targets[0];
    if (server === undefined || server === client) return [];
    const params = { domain, process: client.process.name, server: server.process.hostname, port };
    return [{ link, server, accept: itemFor(server, domain, 'accept'), params }];
  });
});
