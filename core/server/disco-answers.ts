/** The little that a component says of itself (XEP-0030, XEP-0199). */
import { Packet } from '#core/component/packet.js';
import type { NodeContext } from '#core/component/node-context.js';
import { NS_DISCO_INFO, NS_DISCO_ITEMS, NS_PING } from '#core/shared/xmpp/namespaces.js';
import { childElements, element, xmlnsOf, type Element } from '#core/xml/element.js';

export interface Identity {
  category: string;
  type: string;
  name: string;
}

/** An item of disco#items. */
export interface DiscoItem {
  jid: string;
  name: string;
}

/** The answer to disco or ping; undefined: the packet asks something else. */
export function discoAnswer(
  context: NodeContext,
  packet: Packet,
  identity: Identity,
  items: readonly DiscoItem[] = [],
): Packet | undefined {
  const asked = packet.name === 'iq' && packet.type === 'get' ? childElements(packet.element)[0] : undefined;
  if (!asked) return undefined;
  const children = answerTo(asked, identity, items);
  if (!children) return undefined;
  const attrs = { type: 'result', id: packet.id, from: packet.attribute('to'), to: packet.attribute('from') };
  return new Packet(context, element('iq', attrs, ...children), packet.packetTo, packet.packetFrom);
}

function answerTo(asked: Element, identity: Identity, items: readonly DiscoItem[]): Element[] | undefined {
  const xmlns = xmlnsOf(asked);
  switch (xmlns) {
    case NS_PING:
      return [];
    case NS_DISCO_ITEMS:
      return [element('query', { xmlns }, ...items.map((item) => element('item', { ...item })))];
    case NS_DISCO_INFO: {
      const features = [NS_DISCO_INFO, NS_DISCO_ITEMS, NS_PING].map((feature) =>
        element('feature', { var: feature }),
      );
      return [element('query', { xmlns }, element('identity', { ...identity }), ...features)];
    }
    default:
      return undefined;
  }
}
