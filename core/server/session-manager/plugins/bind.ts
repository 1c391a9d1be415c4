/** `urn:ietf:params:xml:ns:xmpp-bind` (RFC 6120 §7; behaviour S03). */
import type { Packet } from '#core/component/packet.js';
import { NS_BIND } from '#core/shared/xmpp/namespaces.js';
import { childNamed, element, textOf } from '#core/xml/element.js';
import type { Plugin, PluginHost } from './plugin.js';
import { isIqAbout, payload, refuse, result } from './replies.js';

export function bindResource(host: PluginHost): Plugin {
  return {
    id: NS_BIND,
    elements: ['iq'],
    streamFeatures: (session) => (session.bareJid === undefined ? [] : [element('bind', { xmlns: NS_BIND })]),
    matches: (packet) => isIqAbout(packet, 'bind', NS_BIND),
    process: (packet, session, out) => {
      if (!session || session.bareJid === undefined) return;
      if (packet.type !== 'set') return refuse(host, packet, out, ['bad-request', 'Bind type is incorrect']);
      if (!host.bound(session, wantedResource(host, packet)) || !session.jid) {
        return refuse(host, packet, out, ['jid-malformed']);
      }
      packet.setAddress('from', session.jid.full);
      const answer = result(
        host,
        packet,
        element('bind', { xmlns: NS_BIND }, element('jid', {}, session.jid.full)),
      );
      out.push(answer);
    },
  };
}

/** S03: the client's own choice, of any length and characters; else `tigase-N` (7.1: a hash before it). */
function wantedResource(host: PluginHost, packet: Packet): string {
  const bind = payload(packet);
  const asked = bind && childNamed(bind, 'resource');
  const text = asked ? textOf(asked).trim() : '';
  if (text !== '') return text;
  const { ids, node, profile } = host.context;
  const generated = `tigase-${ids.next(`resource ${node}`)}`;
  return profile === '7.1' ? `${ids.uuid().slice(0, 8)}-${generated}` : generated;
}
