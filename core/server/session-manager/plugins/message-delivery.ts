/** The delivery rules of messages (plugin `message`, which `amp` wraps; behaviour S04). */
import type { Packet } from '#core/component/packet.js';
import { cloneElement, type Element } from '#core/xml/element.js';
import type { ResourceConnection } from '../resource-connection.js';
import type { PacketSession, Plugin, PluginHost } from './plugin.js';
import { refuse, toClient, toRouter } from './replies.js';

export function deliverMessage(
  host: PluginHost,
  packet: Packet,
  session: PacketSession,
  out: Packet[],
): void {
  const { to, from } = packet;
  // S04: without `to`, or to the server: dropped.
  if (to === undefined) return;
  if (session === undefined) {
    if (to.resource !== undefined && host.sessions.user(to.bare))
      toAbsentResource(host, packet, to.bare, out);
    return;
  }
  if (to.bare === session.bareJid) return toUser(host, packet, to.bare, out);
  if (from?.bare === session.bareJid) out.push(toRouter(host, packet.element));
}

/** Who takes a message to the bare address. */
export function bareReceivers(host: PluginHost, bareJid: string): ResourceConnection[] {
  const user = host.sessions.user(bareJid);
  // S04: 5.2 all resources, whatever their priority and presence; 7.1 the available ones that are not negative.
  if (host.context.profile === '5.2') return user?.all() ?? [];
  return user?.available().filter(({ priority }) => priority >= 0) ?? [];
}

function toUser(host: PluginHost, packet: Packet, bareJid: string, out: Packet[]): void {
  const { to } = packet;
  if (to?.resource === undefined) return toAll(host, packet.element, bareJid, out);
  const target = host.sessions.byJid(to);
  if (target) out.push(toClient(host, target, packet.element));
  else toAbsentResource(host, packet, bareJid, out);
}

function toAll(host: PluginHost, el: Element, bareJid: string, out: Packet[]): void {
  for (const session of bareReceivers(host, bareJid)) out.push(toClient(host, session, el));
}

/** S04: a chat goes to all other resources as if to the bare address; anything else comes back. */
function toAbsentResource(host: PluginHost, packet: Packet, bareJid: string, out: Packet[]): void {
  if (packet.type !== 'chat') {
    return refuse(host, packet, out, ['recipient-unavailable', 'The recipient is no longer available.']);
  }
  const rewritten = cloneElement(packet.element);
  rewritten.attrs.to = bareJid;
  toAll(host, rewritten, bareJid, out);
}

/** Off by default: `amp` does the same. */
export function message(host: PluginHost): Plugin {
  return {
    id: 'message',
    elements: ['message'],
    matches: () => true,
    process: (packet, session, out) => deliverMessage(host, packet, session, out),
  };
}
