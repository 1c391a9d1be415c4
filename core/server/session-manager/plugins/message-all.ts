/** `message-all`: every session of a user gets what the user sends and what comes for the user (§3.2). Off by default. */
import type { Packet } from '#core/component/packet.js';
import type { PacketSession, Plugin, PluginHost } from './plugin.js';
import { toClient, toRouter } from './replies.js';

export function messageAll(host: PluginHost): Plugin {
  return {
    id: 'message-all',
    elements: ['message'],
    matches: () => true,
    process: (packet, session, out) => process(host, packet, session, out),
  };
}

function process(host: PluginHost, packet: Packet, session: PacketSession, out: Packet[]): void {
  const { to, from, element } = packet;
  const bareJid = session?.bareJid;
  if (bareJid === undefined) return;
  const own = host.sessions.user(bareJid)?.all() ?? [];
  if (to?.bare === bareJid) {
    for (const each of own) out.push(toClient(host, each, element));
  } else if (to !== undefined && from?.bare === bareJid) {
    const others = own.filter((each) => each !== session);
    for (const each of others) out.push(toClient(host, each, element));
    out.push(toRouter(host, element));
  }
}
