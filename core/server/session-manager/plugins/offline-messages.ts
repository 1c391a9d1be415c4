/** Messages for users without a session (plugin `msgoffline`, which `amp` does too; XEP-0160, behaviour S06). */
import type { Packet } from '#core/component/packet.js';
import type { Jid } from '#core/shared/xmpp/jid.js';
import { NS_DELAY, NS_HINTS } from '#core/shared/xmpp/namespaces.js';
import { childNamed, element, textOf, type Element } from '#core/xml/element.js';
import { serialize } from '#core/xml/serialize.js';
import { parseElement } from '#core/xml/stanza-parser.js';
import type { ResourceConnection } from '../resource-connection.js';
import { bareReceivers } from './message-delivery.js';
import type { PacketSession, Plugin, PluginHost } from './plugin.js';
import { toClient } from './replies.js';
import { SUBSCRIPTION_TYPES } from './subscriptions.js';

const STORED_TYPES: ReadonlySet<string | undefined> = new Set([undefined, 'normal', 'chat']);

/** Stores what nobody here can take. True: it has. */
export function storeOffline(host: PluginHost, packet: Packet, session: PacketSession): boolean {
  const { to } = packet;
  if (to?.local === undefined || !host.isLocal(to.domain)) return false;
  if (session ? takenBy(host, packet, to, session) : host.sessions.user(to.bare) !== undefined) return false;
  const { calendar, database, plan } = host.context;
  if (!database.users.exists(to.bare) && !plan.admins.includes(to.bare)) return false;
  if (!storable(packet.element, packet.type, host.context.profile === '7.1')) return false;
  const own = childNamed(packet.element, 'delay', NS_DELAY);
  // S06: the sender's own stamp is believed.
  const stamp = Date.parse((own?.attrs as Record<string, string> | undefined)?.stamp ?? '');
  const now = calendar.dateMs();
  database.offline.store(to.bare, {
    stanza: serialize(packet.element),
    stamp: Number.isNaN(stamp) ? now : stamp,
  });
  return true;
}

/** S04: in 7.1 a user whose resources are all negative or silent is as good as offline. */
function takenBy(host: PluginHost, packet: Packet, to: Jid, session: ResourceConnection): boolean {
  if (host.context.profile === '5.2' || packet.name !== 'message') return true;
  return session.bareJid !== to.bare || to.resource !== undefined || bareReceivers(host, to.bare).length > 0;
}

function storable(el: Element, type: string | undefined, hints: boolean): boolean {
  if (el.name === 'presence') return type !== undefined && SUBSCRIPTION_TYPES.has(type);
  if (!STORED_TYPES.has(type)) return false;
  const body = childNamed(el, 'body');
  if (!body || textOf(body) === '') return false;
  return !(hints && childNamed(el, 'no-store', NS_HINTS));
}

/** At the first presence that is not negative: all of them, the oldest stamp first (S06). */
export function fetchOffline(host: PluginHost, packet: Packet, session: PacketSession, out: Packet[]): void {
  if (!session?.bareJid || packet.packetFrom !== session.connectionId || session.offlineFetched) return;
  if (packet.attribute('to') !== undefined || (packet.type !== undefined && packet.type !== 'available'))
    return;
  const priority = childNamed(packet.element, 'priority');
  if (priority && Number.parseInt(textOf(priority), 10) < 0) return;
  session.offlineFetched = true;
  const kept = host.context.database.offline
    .take(session.bareJid)
    .sort((left, right) => left.stamp - right.stamp);
  for (const { stanza, stamp } of kept) {
    const parsed = parseElement(stanza);
    if (parsed.ok) out.push(toClient(host, session, delayed(host, parsed.element, stamp)));
  }
}

function delayed(host: PluginHost, el: Element, stamp: number): Element {
  if (childNamed(el, 'delay', NS_DELAY)) return el;
  const { hostname, plan } = host.context;
  const attrs = { xmlns: NS_DELAY, from: plan.virtualHosts[0], stamp: new Date(stamp).toISOString() };
  el.cnode(element('delay', attrs, `Offline Storage - ${hostname}`));
  return el;
}

/** Off by default: `amp` does the same. */
export function offlineMessages(host: PluginHost): Plugin {
  return {
    id: 'msgoffline',
    elements: ['message', 'presence'],
    discoFeatures: ['msgoffline'],
    matches: (packet) => packet.name === 'presence',
    process: (packet, session, out) => fetchOffline(host, packet, session, out),
    postprocess: (packet, session) => storeOffline(host, packet, session),
  };
}
