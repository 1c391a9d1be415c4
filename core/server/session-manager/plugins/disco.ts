/** `disco`: XEP-0030 for the server and for its users' bare addresses. */
import type { Packet } from '#core/component/packet.js';
import { NS_DISCO_INFO, NS_DISCO_ITEMS } from '#core/shared/xmpp/namespaces.js';
import { element, xmlnsOf, type Element } from '#core/xml/element.js';
import { passOn } from './default-handler.js';
import type { PacketSession, Plugin, PluginHost } from './plugin.js';
import { isIqAbout, isServerAddress, payload, result } from './replies.js';

export function disco(host: PluginHost): Plugin {
  return {
    id: 'disco',
    elements: ['iq'],
    discoFeatures: [NS_DISCO_INFO, NS_DISCO_ITEMS],
    matches: (packet) => isIqAbout(packet, 'query', NS_DISCO_INFO, NS_DISCO_ITEMS),
    process: (packet, session, out) => process(host, packet, session, out),
  };
}

function process(host: PluginHost, packet: Packet, session: PacketSession, out: Packet[]): void {
  const { to } = packet;
  const query = payload(packet);
  // S04: disco#info without `to` has no answer.
  if (to === undefined || query === undefined) return;
  const items = xmlnsOf(query) === NS_DISCO_ITEMS;
  if (packet.type === 'get' && isServerAddress(host, packet)) {
    out.push(result(host, packet, items ? itemsOf(host, query) : infoOf(host, query)));
  } else if (packet.type === 'get' && to.resource === undefined && to.bare === session?.bareJid) {
    out.push(result(host, packet, items ? like(query) : accountInfo(query)));
  } else if (session) {
    passOn(host, packet, session, out);
  }
}

function infoOf(host: PluginHost, query: Element): Element {
  const version = host.context.profile === '7.1' ? '7.1.7' : '5.2.3';
  const identity = element('identity', { category: 'server', type: 'im', name: `Tigase ver. ${version}` });
  const features = host.discoFeatures().map((feature) => element('feature', { var: feature }));
  return like(query, identity, ...features);
}

/** S08b: a user sees the external components only; the item's name is its state in Tigase's words. */
function itemsOf(host: PluginHost, query: Element): Element {
  return like(query, ...host.discoItems().map((item) => element('item', { ...item })));
}

function accountInfo(query: Element): Element {
  return like(query, element('identity', { category: 'account', type: 'registered' }));
}

function like(query: Element, ...children: Element[]): Element {
  const { xmlns, node } = query.attrs as Record<string, string | undefined>;
  return element('query', { xmlns, node }, ...children);
}
