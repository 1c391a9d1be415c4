/** Small packets that many plugins write. */
import { errorReply } from '#core/component/error-reply.js';
import { Packet } from '#core/component/packet.js';
import type { StanzaErrorCondition } from '#core/shared/xmpp/stanza-errors.js';
import { childElements, element, xmlnsOf, type Element } from '#core/xml/element.js';
import type { ResourceConnection } from '../resource-connection.js';
import type { PluginHost } from './plugin.js';

/** The answer to a request; it goes back where the request came from. */
export function result(host: PluginHost, packet: Packet, ...children: Element[]): Packet {
  const attrs = { type: 'result', id: packet.id, from: packet.attribute('to'), to: packet.attribute('from') };
  return new Packet(host.context, element('iq', attrs, ...children), packet.packetTo, packet.packetFrom);
}

export function refuse(
  host: PluginHost,
  packet: Packet,
  out: Packet[],
  reason: [StanzaErrorCondition, string?],
): void {
  const error = errorReply(host.context, packet, ...reason);
  if (error) out.push(error);
}

/** An element for the client of a session. */
export function toClient(host: PluginHost, session: ResourceConnection, el: Element): Packet {
  return new Packet(host.context, el, host.id, session.connectionId);
}

/** An element for whoever its `to` names. */
export function toRouter(host: PluginHost, el: Element): Packet {
  return new Packet(host.context, el);
}

/** Whether a stanza is for the server itself: no `to`, or one of its domains. */
export function forServer(host: PluginHost, packet: Packet): boolean {
  const to = packet.attribute('to');
  return to === undefined || isServerAddress(host, packet);
}

/** Whether `to` is one of the server's own domains. */
export function isServerAddress(host: PluginHost, packet: Packet): boolean {
  const { to } = packet;
  return to !== undefined && to.local === undefined && to.resource === undefined && host.isLocal(to.domain);
}

/** The first element inside an iq: what it is about. */
export function payload(packet: Packet): Element | undefined {
  return childElements(packet.element)[0];
}

/** Whether a packet is an iq about `name` in one of the namespaces (§3.2 "path → xmlns"). */
export function isIqAbout(packet: Packet, name: string, ...namespaces: string[]): boolean {
  const child = packet.name === 'iq' ? payload(packet) : undefined;
  return child?.name === name && namespaces.includes(xmlnsOf(child) ?? '');
}
