/** Messages to everyone, and the subject (§8.6). */
import type { Packet } from '#core/component/packet.js';
import { NS_MUC_USER } from '#core/shared/xmpp/namespaces.js';
import {
  childElements,
  childNamed,
  cloneElement,
  element,
  textOf,
  xmlnsOf,
  type Element,
} from '#core/xml/element.js';
import { addressesOf, roomAsWritten } from '../addresses.js';
import { viewersOf } from '../announce.js';
import { maySetSubject } from '../features/change-subject.js';
import type { MucModule, MucService } from '../muc-service.js';
import type { Occupant } from '../occupant.js';
import { refuse, type Refusal } from '../refusal.js';
import { roleMay } from '../roles.js';
import type { Room } from '../room.js';

const NS_CHAT_STATES = 'http://jabber.org/protocol/chatstates';

export class GroupchatModule implements MucModule {
  private readonly muc: MucService;

  constructor(muc: MucService) {
    this.muc = muc;
  }

  handles(packet: Packet): boolean {
    return packet.name === 'message' && packet.type === 'groupchat';
  }

  process(packet: Packet): Refusal | undefined {
    const addressed = addressesOf(packet);
    if (!addressed) return undefined;
    const { from, to } = addressed;
    if (to.resource !== undefined) return refuse('bad-request');
    const room = this.muc.rooms.find(to.bare);
    if (!room) return refuse('item-not-found');
    const occupant = room.occupantOf(from.full);
    if (!occupant || !roleMay(occupant.role, 'groupchat')) return refuse('forbidden');
    const subject = childNamed(packet.element, 'subject');
    if (subject && !maySetSubject(room.config, occupant.role)) return refuse('forbidden');
    this.remember(room, occupant, from.full, packet.element);
    this.relay(packet, room, occupant.nick);
    return undefined;
  }

  private remember(room: Room, { nick }: Occupant, senderJid: string, message: Element): void {
    const stamp = this.muc.context.calendar.dateMs();
    const subject = childNamed(message, 'subject');
    if (subject) room.setSubject({ text: textOf(subject), nick, stamp });
    const body = childNamed(message, 'body');
    if (body) this.muc.history.add(room.jid, { nick, senderJid, body: textOf(body), stamp });
  }

  private relay(packet: Packet, room: Room, nick: string): void {
    const from = `${roomAsWritten(packet, room)}/${nick}`;
    const children = childElements(packet.element).filter((child) => this.passes(child));
    const kept = this.keptAttributes(packet);
    for (const { jid } of viewersOf(room)) {
      this.muc.send(
        element('message', { from, type: 'groupchat', to: jid, ...kept }, ...children.map(cloneElement)),
      );
    }
  }

  /** M16: 5.2 loses id and language on the way. */
  private keptAttributes(packet: Packet): Record<string, string | undefined> {
    return this.muc.context.profile === '5.2'
      ? {}
      : { id: packet.id, 'xml:lang': packet.attribute('xml:lang') };
  }

  /** §8.1 `message-filter-enabled`. What only a room may say is never passed on. */
  private passes(child: Element): boolean {
    const xmlns = xmlnsOf(child);
    if (xmlns === NS_MUC_USER) return false;
    const { filterMessages, allowChatStates } = this.muc.settings;
    if (!filterMessages || child.name === 'body' || child.name === 'subject') return true;
    return allowChatStates && xmlns === NS_CHAT_STATES;
  }
}
