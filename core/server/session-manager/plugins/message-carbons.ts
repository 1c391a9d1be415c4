/** `message-carbons` (XEP-0280; behaviour S09), among the resources of this node. */
import type { Packet } from '#core/component/packet.js';
import type { Jid } from '#core/shared/xmpp/jid.js';
import { NS_CARBONS, NS_CLIENT, NS_FORWARD } from '#core/shared/xmpp/namespaces.js';
import { childNamed, cloneElement, element, type Element } from '#core/xml/element.js';
import type { ResourceConnection } from '../resource-connection.js';
import type { PacketSession, Plugin, PluginHost } from './plugin.js';
import { isIqAbout, result, toClient } from './replies.js';

export function messageCarbons(host: PluginHost): Plugin {
  return {
    id: 'message-carbons',
    elements: ['iq', 'message'],
    discoFeatures: [NS_CARBONS],
    matches: (packet) =>
      packet.name === 'message'
        ? packet.type === 'chat'
        : isIqAbout(packet, 'enable', NS_CARBONS) || isIqAbout(packet, 'disable', NS_CARBONS),
    process: (packet, session, out) => {
      if (packet.name === 'iq') enable(host, packet, session, out);
      else if (session) copy(host, packet, session, out);
    },
  };
}

/** S09: `get` is accepted as well. */
function enable(host: PluginHost, packet: Packet, session: PacketSession, out: Packet[]): void {
  if (!session || packet.packetFrom !== session.connectionId) return;
  if (packet.type !== 'get' && packet.type !== 'set') return;
  session.carbons = isIqAbout(packet, 'enable', NS_CARBONS);
  out.push(result(host, packet));
}

/** The sender's pass makes the `sent` copies, the receiver's the `received` ones. */
function copy(host: PluginHost, packet: Packet, session: ResourceConnection, out: Packet[]): void {
  const { to, from } = packet;
  const owner = session.bareJid;
  if (owner === undefined || to === undefined) return;
  const sent = packet.packetFrom === session.connectionId;
  // S04: a message to the bare address goes to all resources anyway. S09: <private/> holds back the `sent` copy only.
  if (sent ? childNamed(packet.element, 'private', NS_CARBONS) : to.resource === undefined) return;
  for (const other of host.sessions.user(owner)?.available() ?? []) {
    if (!other.carbons || other === session || hasAddress(other, to) || (sent && hasAddress(other, from)))
      continue;
    out.push(
      toClient(host, other, carbon(packet, sent ? 'sent' : 'received', { owner, to: other.jid?.full })),
    );
  }
}

function hasAddress(session: ResourceConnection, jid: Jid | undefined): boolean {
  return session.jid?.full === jid?.full;
}

function carbon(
  packet: Packet,
  kind: 'sent' | 'received',
  address: { owner: string; to: string | undefined },
): Element {
  const inner = cloneElement(packet.element);
  inner.attrs.xmlns = NS_CLIENT;
  const wrapped = element(kind, { xmlns: NS_CARBONS }, element('forwarded', { xmlns: NS_FORWARD }, inner));
  return element('message', { type: 'chat', from: address.owner, to: address.to }, wrapped);
}
