/** Roster items as they stand on the wire, and the pushes that tell a user's clients of a change (RFC 6121 §2). */
import { createHash } from 'node:crypto';
import type { Packet } from '#core/component/packet.js';
import { NS_ROSTER } from '#core/shared/xmpp/namespaces.js';
import type { RosterItem } from '#core/store/roster-table.js';
import { element, type Element } from '#core/xml/element.js';
import type { PluginHost } from './plugin.js';
import { toClient } from './replies.js';

export function itemElement(item: RosterItem): Element {
  const { jid, name, subscription, ask, groups } = item;
  const attrs = { jid, name, subscription, ask: ask ? 'subscribe' : undefined };
  return element('item', attrs, ...groups.map((group) => element('group', {}, group)));
}

/** The version of a user's roster: the same whenever the roster is (RFC 6121 §2.6). */
export function rosterVersion(host: PluginHost, owner: string): string {
  const items = host.context.database.rosters.items(owner);
  return createHash('sha1').update(JSON.stringify(items)).digest('hex').slice(0, 16);
}

/** S05: to every resource on this node; other nodes do not hear of it. */
export function pushItem(host: PluginHost, owner: string, makeItem: () => Element, out: Packet[]): void {
  const { context, sessions } = host;
  const ver = rosterVersion(host, owner);
  for (const session of sessions.user(owner)?.all() ?? []) {
    const id = `rst${context.ids.next(`roster ${context.node}`)}`;
    const query = element('query', { xmlns: NS_ROSTER, ver }, makeItem());
    out.push(toClient(host, session, element('iq', { type: 'set', id, to: session.jid?.full }, query)));
  }
}

/** Writes an item and pushes it. */
export function putItem(host: PluginHost, owner: string, item: RosterItem, out: Packet[]): void {
  host.context.database.rosters.put(owner, item);
  pushItem(host, owner, () => itemElement(item), out);
}
