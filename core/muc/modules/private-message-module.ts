/** Messages from one occupant to another (§8.6, M12): only those of type `chat`. */
import type { Packet } from '#core/component/packet.js';
import { NS_MUC_USER } from '#core/shared/xmpp/namespaces.js';
import { childElements, cloneElement, element, xmlnsOf, type Element } from '#core/xml/element.js';
import { addressesOf, roomAsWritten } from '../addresses.js';
import type { MucModule, MucService } from '../muc-service.js';
import { refuse, type Refusal } from '../refusal.js';
import { roleMay } from '../roles.js';

export class PrivateMessageModule implements MucModule {
  private readonly muc: MucService;

  constructor(muc: MucService) {
    this.muc = muc;
  }

  handles(packet: Packet): boolean {
    return packet.name === 'message' && packet.type === 'chat';
  }

  process(packet: Packet): Refusal | undefined {
    const addressed = addressesOf(packet);
    if (!addressed) return undefined;
    const { from, to } = addressed;
    if (to.resource === undefined) return refuse('bad-request');
    const room = this.muc.rooms.find(to.bare);
    if (!room) return refuse('item-not-found');
    const sender = room.occupantOf(from.full);
    if (!sender || !roleMay(sender.role, 'privateMessage')) return refuse('not-allowed');
    const recipient = room.occupant(to.resource);
    if (!recipient) return refuse('item-not-found');
    const address = `${roomAsWritten(packet, room)}/${sender.nick}`;
    for (const jid of recipient.jids) this.muc.send(privateMessage(packet, address, jid));
    return undefined;
  }
}

function privateMessage(packet: Packet, from: string, to: string): Element {
  const attributes = { id: packet.id, type: 'chat', to, from, 'xml:lang': packet.attribute('xml:lang') };
  const children = childElements(packet.element).filter((child) => !speaksForTheRoom(child));
  return element('message', attributes, ...children.map(cloneElement));
}

/**
 * XEP-0045 §7.5: a sender marks a private message with an empty `x`. Status codes, invitations and the like in it are
 * the room's to send, so the lab is stricter here than the original.
 */
function speaksForTheRoom(child: Element): boolean {
  return xmlnsOf(child) === NS_MUC_USER && childElements(child).length > 0;
}
