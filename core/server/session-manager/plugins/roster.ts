/** `jabber:iq:roster` (RFC 6121 §2; behaviour S05). */
import type { Packet } from '#core/component/packet.js';
import { parseJid } from '#core/shared/xmpp/jid.js';
import { NS_ROSTER, NS_ROSTER_VER } from '#core/shared/xmpp/namespaces.js';
import type { RosterItem } from '#core/store/roster-table.js';
import { childElements, element, textOf, type Element } from '#core/xml/element.js';
import type { PacketSession, Plugin, PluginHost } from './plugin.js';
import { isIqAbout, payload, refuse, result, toRouter } from './replies.js';
import { itemElement, pushItem, putItem, rosterVersion } from './roster-pushes.js';

export function roster(host: PluginHost): Plugin {
  return {
    id: NS_ROSTER,
    elements: ['iq'],
    discoFeatures: [NS_ROSTER],
    streamFeatures: () => [element('ver', { xmlns: NS_ROSTER_VER })],
    matches: (packet) => isIqAbout(packet, 'query', NS_ROSTER),
    process: (packet, session, out) => process(host, packet, session, out),
  };
}

/** S04: a roster get to another user has no answer. */
function process(host: PluginHost, packet: Packet, session: PacketSession, out: Packet[]): void {
  const owner = session?.bareJid;
  if (owner === undefined || packet.packetFrom !== session?.connectionId) return;
  if (packet.to !== undefined && packet.to.bare !== owner) return;
  const query = payload(packet);
  if (packet.type === 'get') out.push(list(host, packet, owner));
  else if (packet.type === 'set' && query) change(host, packet, { owner, query }, out);
}

function list(host: PluginHost, packet: Packet, owner: string): Packet {
  const ver = rosterVersion(host, owner);
  const asked = (payload(packet)?.attrs as Record<string, string> | undefined)?.ver;
  // RFC 6121 §2.6.2: the client's roster is up to date.
  if (asked === ver) return result(host, packet);
  const items = host.context.database.rosters.items(owner).map(itemElement);
  const attrs = { xmlns: NS_ROSTER, ver: asked === undefined ? undefined : ver };
  return result(host, packet, element('query', attrs, ...items));
}

function change(
  host: PluginHost,
  packet: Packet,
  asked: { owner: string; query: Element },
  out: Packet[],
): void {
  const items = childElements(asked.query).filter((child) => child.name === 'item');
  const addresses = items.map((item) => parseJid((item.attrs as Record<string, string>).jid ?? ''));
  if (items.length === 0 || addresses.includes(undefined)) return refuse(host, packet, out, ['bad-request']);
  if (addresses.some((jid) => jid?.bare === asked.owner)) {
    return refuse(host, packet, out, ['not-allowed', "User can't add himself to the roster, RFC says NO."]);
  }
  items.forEach((item, index) =>
    changeItem(host, asked.owner, { item, jid: addresses[index]?.bare ?? '' }, out),
  );
  out.push(result(host, packet));
}

function changeItem(
  host: PluginHost,
  owner: string,
  asked: { item: Element; jid: string },
  out: Packet[],
): void {
  const { item, jid } = asked;
  const { name, subscription } = item.attrs as Record<string, string | undefined>;
  if (subscription === 'remove') return remove(host, owner, jid, out);
  const known = host.context.database.rosters.item(owner, jid);
  // S05: the name defaults to the local part; subscription and ask of the client are ignored.
  putItem(
    host,
    owner,
    {
      jid,
      name: name ?? known?.name ?? jid.split('@')[0] ?? jid,
      subscription: known?.subscription ?? 'none',
      ask: known?.ask ?? false,
      groups: childElements(item)
        .filter((child) => child.name === 'group')
        .map(textOf),
    },
    out,
  );
}

/** RFC 6121 §2.5.2; S05: removing an unknown item gives a push too. */
function remove(host: PluginHost, owner: string, jid: string, out: Packet[]): void {
  const { rosters } = host.context.database;
  const known = rosters.item(owner, jid);
  rosters.remove(owner, jid);
  for (const type of known ? farewells(known) : []) {
    out.push(toRouter(host, element('presence', { type, from: owner, to: jid })));
  }
  pushItem(host, owner, () => element('item', { jid, subscription: 'remove' }), out);
}

function farewells(item: RosterItem): string[] {
  const { subscription, ask } = item;
  return [
    ...(subscription === 'to' || subscription === 'both' || ask ? ['unsubscribe'] : []),
    ...(subscription === 'from' || subscription === 'both' ? ['unsubscribed'] : []),
  ];
}
