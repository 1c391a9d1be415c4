/** `default-handler`: what nobody claims goes on its way (§3.4 step 12). */
import type { Packet } from '#core/component/packet.js';
import type { ResourceConnection } from '../resource-connection.js';
import type { Plugin, PluginHost } from './plugin.js';
import { refuse, toClient, toRouter } from './replies.js';

/** To the user's own resource, or from the user to somebody else. */
export function passOn(host: PluginHost, packet: Packet, session: ResourceConnection, out: Packet[]): void {
  const { to, from, element } = packet;
  if (to !== undefined && to.bare === session.bareJid) {
    if (to.resource === undefined) {
      return refuse(host, packet, out, ['feature-not-implemented', 'The feature is not supported yet.']);
    }
    const target = host.sessions.byJid(to);
    if (target) out.push(toClient(host, target, element));
    else refuse(host, packet, out, ['recipient-unavailable', 'The recipient is no longer available.']);
    return;
  }
  if (to !== undefined && from?.bare === session.bareJid) out.push(toRouter(host, element));
}

/** The pipeline calls it by hand, after everybody else: it matches nothing by itself. */
export function defaultHandler(host: PluginHost): Plugin {
  return {
    id: 'default-handler',
    elements: [],
    matches: () => false,
    process: (packet, session, out) => {
      if (session) passOn(host, packet, session, out);
    },
  };
}
