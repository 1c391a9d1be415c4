/** The answer that says no: a stanza of type `error` in the shape that Tigase writes (§9.1). */
import type { StanzaErrorCondition } from '#core/shared/xmpp/stanza-errors.js';
import { childElements, cloneElement, element } from '#core/xml/element.js';
import { errorElement } from './error-element.js';
import type { NodeContext } from './node-context.js';
import { Packet } from './packet.js';

/**
 * Builds the error for a packet: stanza and internal addresses swapped, the original children kept, legacy code.
 * Gives undefined for what must not be answered with an error.
 * @param text sentence for people; left out when the original carries none
 */
export function errorReply(
  context: Pick<NodeContext, 'nextPacket'>,
  packet: Packet,
  condition: StanzaErrorCondition,
  text?: string,
): Packet | undefined {
  // RFC 6120 §8.3.1: an error is never answered with an error; §8.2.3: nor is an iq result.
  if (packet.type === 'error' || (packet.name === 'iq' && packet.type === 'result')) return undefined;
  const reply = element(packet.name, {
    xmlns: packet.attribute('xmlns'),
    from: packet.attribute('to'),
    to: packet.attribute('from'),
    id: packet.id,
    type: 'error',
  });
  for (const child of childElements(packet.element)) reply.cnode(cloneElement(child));
  reply.cnode(errorElement(condition, text));
  return new Packet(context, reply, packet.packetTo, packet.packetFrom);
}
