/** Presence subscriptions: what they change in the roster, and who hears of it (RFC 6121 §3). */
import type { Packet } from '#core/component/packet.js';
import type { RosterItem, Subscription } from '#core/store/roster-table.js';
import { cloneElement, element } from '#core/xml/element.js';
import type { PluginHost } from './plugin.js';
import { toClient, toRouter } from './replies.js';
import { putItem } from './roster-pushes.js';

export const SUBSCRIPTION_TYPES: ReadonlySet<string | undefined> = new Set([
  'subscribe',
  'subscribed',
  'unsubscribe',
  'unsubscribed',
]);

/** The contact hears of the owner. */
export function contactHears(item: RosterItem | undefined): boolean {
  return item?.subscription === 'from' || item?.subscription === 'both';
}

/** The owner hears of the contact. */
export function ownerHears(item: RosterItem | undefined): boolean {
  return item?.subscription === 'to' || item?.subscription === 'both';
}

/** A user's own client sends one (RFC 6121 §3.1.2, §3.1.5, §3.2.1, §3.3.1). */
export function outboundSubscription(host: PluginHost, packet: Packet, owner: string, out: Packet[]): void {
  const contact = packet.to?.bare;
  if (contact === undefined || contact === owner) return;
  const { rosters } = host.context.database;
  const before = rosters.item(owner, contact) ?? newItem(contact);
  const after = changed(before, packet.type, 'out');
  // Nothing to take back from somebody who is not in the roster.
  const unknown = rosters.item(owner, contact) === undefined && packet.type?.startsWith('un') === true;
  if (!unknown && !same(before, after, rosters.item(owner, contact))) putItem(host, owner, after, out);
  const el = cloneElement(packet.element);
  el.attrs.from = owner;
  el.attrs.to = contact;
  out.push(toRouter(host, el));
  if (contactHears(before) !== contactHears(after))
    tellContact(host, owner, { contact, hears: contactHears(after) }, out);
}

/** A contact sends one to a user of ours (RFC 6121 §3.1.3, §3.1.6, §3.2.2, §3.3.2). */
export function inboundSubscription(host: PluginHost, packet: Packet, out: Packet[]): void {
  const owner = packet.to?.bare;
  const contact = packet.from?.bare;
  if (owner === undefined || contact === undefined) return;
  const { rosters } = host.context.database;
  const item = rosters.item(owner, contact);
  if (packet.type === 'subscribe' && contactHears(item)) {
    out.push(toRouter(host, element('presence', { type: 'subscribed', from: owner, to: contact })));
    return;
  }
  if (packet.type !== 'subscribe') {
    const after = item && changed(item, packet.type, 'in');
    // RFC 6121 §3.1.6: what nobody asked for is ignored.
    if (!item || !after || same(item, after, item)) return;
    putItem(host, owner, after, out);
  }
  for (const session of host.sessions.user(owner)?.all() ?? [])
    out.push(toClient(host, session, packet.element));
}

function newItem(jid: string): RosterItem {
  return { jid, name: jid.split('@')[0] ?? jid, subscription: 'none', ask: false, groups: [] };
}

function same(before: RosterItem, after: RosterItem, stored: RosterItem | undefined): boolean {
  return stored !== undefined && before.subscription === after.subscription && before.ask === after.ask;
}

/** RFC 6121 appendix A, without the states that Tigase does not keep. */
function changed(item: RosterItem, type: string | undefined, way: 'in' | 'out'): RosterItem {
  const hears = { owner: ownerHears(item), contact: contactHears(item) };
  switch (`${type} ${way}`) {
    case 'subscribe out':
      return { ...item, ask: !hears.owner };
    case 'subscribed out':
      return { ...item, subscription: subscription({ ...hears, contact: true }) };
    case 'subscribed in':
      return item.ask ? { ...item, ask: false, subscription: subscription({ ...hears, owner: true }) } : item;
    case 'unsubscribe out':
    case 'unsubscribed in':
      return { ...item, ask: false, subscription: subscription({ ...hears, owner: false }) };
    case 'unsubscribed out':
    case 'unsubscribe in':
      return { ...item, subscription: subscription({ ...hears, contact: false }) };
    default:
      return item;
  }
}

function subscription(hears: { owner: boolean; contact: boolean }): Subscription {
  if (hears.owner) return hears.contact ? 'both' : 'to';
  return hears.contact ? 'from' : 'none';
}

/** A contact that was let in hears the present presence; one that was shut out sees everybody leave. */
function tellContact(
  host: PluginHost,
  owner: string,
  told: { contact: string; hears: boolean },
  out: Packet[],
): void {
  for (const { presence, jid } of host.sessions.user(owner)?.available() ?? []) {
    if (!presence) continue;
    const el = told.hears
      ? cloneElement(presence)
      : element('presence', { type: 'unavailable', from: jid?.full });
    el.attrs.to = told.contact;
    out.push(toRouter(host, el));
  }
}
