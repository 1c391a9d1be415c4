/** `jabber:iq:register`: accounts and passwords (XEP-0077; behaviour S10). Accounts are not removed yet. */
import type { Packet } from '#core/component/packet.js';
import { policyOf } from '#core/shared/config/virtual-host-policy.js';
import { parseJid } from '#core/shared/xmpp/jid.js';
import { NS_REGISTER, NS_REGISTER_FEATURE } from '#core/shared/xmpp/namespaces.js';
import { childNamed, element, textOf, type Element } from '#core/xml/element.js';
import type { ResourceConnection } from '../resource-connection.js';
import { passOn } from './default-handler.js';
import { hasRoomForAccount } from './new-accounts.js';
import type { PacketSession, Plugin, PluginHost } from './plugin.js';
import { forServer, isIqAbout, payload, refuse, result } from './replies.js';

const INSTRUCTIONS = 'Choose a user name and password for use with this service.';

export function register(host: PluginHost): Plugin {
  return {
    id: NS_REGISTER,
    elements: ['iq'],
    discoFeatures: [NS_REGISTER],
    streamFeatures: ({ domain }) =>
      isOpen(host, domain) ? [element('register', { xmlns: NS_REGISTER_FEATURE })] : [],
    matches: (packet) => isIqAbout(packet, 'query', NS_REGISTER),
    process: (packet, session, out) => process(host, packet, session, out),
  };
}

function process(host: PluginHost, packet: Packet, session: PacketSession, out: Packet[]): void {
  const query = payload(packet);
  if (!session || !query) return;
  if (!forServer(host, packet)) return passOn(host, packet, session, out);
  if (packet.packetFrom !== session.connectionId) return;
  if (packet.type === 'get') out.push(result(host, packet, form()));
  else if (packet.type === 'set') account(host, packet, { session, query }, out);
}

/** §2.1, §2.9: whether clients may make accounts there. */
function isOpen({ context }: PluginHost, domain: string): boolean {
  return policyOf(context.plan.properties, domain).register;
}

function form(): Element {
  const fields = [element('instructions', {}, INSTRUCTIONS), element('username'), element('password')];
  return element('query', { xmlns: NS_REGISTER }, ...fields);
}

function account(
  host: PluginHost,
  packet: Packet,
  asked: { session: ResourceConnection; query: Element },
  out: Packet[],
): void {
  const { session, query } = asked;
  if (childNamed(query, 'remove')) return refuse(host, packet, out, ['feature-not-implemented']);
  const isNew = session.bareJid === undefined;
  if (isNew && !(isOpen(host, session.domain) && hasRoomForAccount(host, session.domain)))
    return refuse(host, packet, out, ['not-authorized']);
  const [name, password] = ['username', 'password'].map((field) => fieldOf(query, field));
  if (!name || !password) {
    // S10: 5.2 does not answer an incomplete form.
    if (host.context.profile === '7.1') refuse(host, packet, out, ['not-acceptable']);
    return;
  }
  const bareJid = parseJid(`${name}@${session.domain}`)?.bare;
  if (bareJid === undefined) return refuse(host, packet, out, ['jid-malformed']);
  if (!isNew && session.bareJid !== bareJid) return refuse(host, packet, out, ['not-authorized']);
  const { users } = host.context.database;
  if (isNew && users.exists(bareJid)) return refuse(host, packet, out, ['conflict']);
  users.add(bareJid, password);
  out.push(result(host, packet));
}

function fieldOf(query: Element, name: string): string | undefined {
  const child = childNamed(query, name);
  return child && textOf(child);
}
