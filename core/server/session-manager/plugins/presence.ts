/** `presence`: broadcast, directed and inbound presence (RFC 6121 §4; behaviour S05). */
import type { Packet } from '#core/component/packet.js';
import { childNamed, cloneElement, element, textOf, type Element } from '#core/xml/element.js';
import type { ResourceConnection } from '../resource-connection.js';
import type { PacketSession, Plugin, PluginHost } from './plugin.js';
import { toClient, toRouter } from './replies.js';
import {
  contactHears,
  inboundSubscription,
  outboundSubscription,
  ownerHears,
  SUBSCRIPTION_TYPES,
} from './subscriptions.js';

export function presence(host: PluginHost): Plugin {
  return {
    id: 'presence',
    elements: ['presence'],
    matches: () => true,
    process: (packet, session, out) => {
      if (session && packet.packetFrom === session.connectionId) outbound(host, packet, session, out);
      else inbound(host, packet, session, out);
    },
    stopped: (session, out) => leave(host, session, element('presence', { type: 'unavailable' }), out),
  };
}

function outbound(host: PluginHost, packet: Packet, session: ResourceConnection, out: Packet[]): void {
  const { type, to } = packet;
  if (SUBSCRIPTION_TYPES.has(type)) return outboundSubscription(host, packet, session.bareJid ?? '', out);
  if (packet.attribute('to') === undefined) {
    if (type === 'unavailable') goAway(host, session, packet.element, out);
    else if (type === undefined || type === 'available') arrive(host, session, packet.element, out);
    return;
  }
  // S05: a client's own probe is not answered. A `to` that is no address: dropped silently (S04).
  if (type === 'probe' || to === undefined) return;
  if (type === 'unavailable') session.directed.delete(to.full);
  else if (type === undefined) session.directed.add(to.full);
  out.push(toRouter(host, packet.element));
}

/** First presence or a change of it (RFC 6121 §4.2, §4.4). */
function arrive(host: PluginHost, session: ResourceConnection, el: Element, out: Packet[]): void {
  const initial = session.presence === undefined;
  session.presence = broadcastCopy(session, el);
  session.priority = priorityOf(el, host.context.profile === '7.1' ? session.priority : 0);
  if (initial) {
    session.machine.send({ type: 'presence.available' });
    probeContacts(host, session, out);
    showOthers(host, session, out);
  }
  broadcast(host, session, session.presence, out);
}

/** The client says goodbye and stays connected. */
function goAway(host: PluginHost, session: ResourceConnection, el: Element, out: Packet[]): void {
  const wasAvailable = session.presence !== undefined;
  leave(host, session, el, out);
  if (wasAvailable) session.machine.send({ type: 'presence.unavailable' });
}

/** RFC 6121 §4.5: contacts, own resources, and everybody who got directed presence. */
function leave(host: PluginHost, session: ResourceConnection, el: Element, out: Packet[]): void {
  const wasAvailable = session.presence !== undefined;
  session.presence = undefined;
  if (wasAvailable) broadcast(host, session, broadcastCopy(session, el), out);
  farewellToDirected(host, session, el, out);
}

/** RFC 6121 §4.6.3: this is what takes a user out of the rooms. */
function farewellToDirected(host: PluginHost, session: ResourceConnection, el: Element, out: Packet[]): void {
  for (const to of session.directed) out.push(toRouter(host, addressed(broadcastCopy(session, el), to)));
  session.directed.clear();
}

function broadcast(host: PluginHost, session: ResourceConnection, el: Element, out: Packet[]): void {
  const owner = session.bareJid ?? '';
  for (const item of host.context.database.rosters.items(owner)) {
    if (contactHears(item)) out.push(toRouter(host, addressed(el, item.jid)));
  }
  // One's own resources hear of it too: this one as well, unless it leaves.
  for (const other of host.sessions.user(owner)?.available() ?? [])
    out.push(toClient(host, other, addressed(el, owner)));
}

function probeContacts(host: PluginHost, session: ResourceConnection, out: Packet[]): void {
  const owner = session.bareJid ?? '';
  for (const item of host.context.database.rosters.items(owner)) {
    if (!ownerHears(item)) continue;
    out.push(toRouter(host, element('presence', { type: 'probe', from: session.jid?.full, to: item.jid })));
  }
}

/** The new resource hears of the others of its user. */
function showOthers(host: PluginHost, session: ResourceConnection, out: Packet[]): void {
  const owner = session.bareJid ?? '';
  for (const other of host.sessions.user(owner)?.available() ?? []) {
    if (other === session || !other.presence) continue;
    out.push(toClient(host, session, addressed(other.presence, owner)));
  }
}

function inbound(host: PluginHost, packet: Packet, session: PacketSession, out: Packet[]): void {
  const { type, to } = packet;
  if (to?.local === undefined) return;
  if (SUBSCRIPTION_TYPES.has(type)) return inboundSubscription(host, packet, out);
  if (!session) return;
  if (type === 'probe') return answerProbe(host, packet, session, out);
  if (to.resource !== undefined) out.push(toClient(host, session, packet.element));
  else if (type !== 'error' && isWelcome(host, packet, to.bare)) {
    const available = host.sessions.user(to.bare)?.available() ?? [];
    available.forEach((resource) => out.push(toClient(host, resource, packet.element)));
  }
}

/** S05: to a bare address only from those whom the user wants to hear. */
function isWelcome(host: PluginHost, { from, type }: Packet, owner: string): boolean {
  if (from === undefined) return false;
  if (from.bare === owner) return true;
  const item = host.context.database.rosters.item(owner, from.bare);
  // A goodbye may be overtaken by the `unsubscribed` that made it necessary: presence has the lower priority (§4.4).
  return ownerHears(item) || (type === 'unavailable' && item !== undefined);
}

/** RFC 6121 §4.3.2. */
function answerProbe(host: PluginHost, packet: Packet, session: ResourceConnection, out: Packet[]): void {
  const { from } = packet;
  const owner = session.bareJid ?? '';
  if (from === undefined) return;
  const item = host.context.database.rosters.item(owner, from.bare);
  if (from.bare !== owner && !contactHears(item)) {
    out.push(toRouter(host, element('presence', { type: 'unsubscribed', from: owner, to: from.bare })));
    return;
  }
  for (const { presence: shown } of host.sessions.user(owner)?.available() ?? []) {
    if (shown) out.push(toRouter(host, addressed(shown, from.full)));
  }
}

/** A presence as everybody may see it: from the full address, to nobody yet. */
function broadcastCopy(session: ResourceConnection, el: Element): Element {
  const copy = cloneElement(el);
  const { to: _to, ...attrs } = copy.attrs as Record<string, string>;
  copy.attrs = { ...attrs, from: session.jid?.full ?? '' };
  return copy;
}

function addressed(el: Element, to: string): Element {
  const copy = cloneElement(el);
  copy.attrs.to = to;
  return copy;
}

function priorityOf(el: Element, absent: number): number {
  const child = childNamed(el, 'priority');
  const value = child ? Number.parseInt(textOf(child).trim(), 10) : absent;
  return Number.isNaN(value) ? 0 : Math.max(-128, Math.min(127, value));
}
