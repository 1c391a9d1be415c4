/** disco#items: the rooms of this process, the occupants of a room (M01, §8.9). */
import type { Packet } from '#core/component/packet.js';
import { NS_COMMANDS, NS_DISCO_ITEMS } from '#core/shared/xmpp/namespaces.js';
import { element, type Element } from '#core/xml/element.js';
import { addressesOf, iqPayload, iqResult, type Addressed } from '../addresses.js';
import type { MucModule, MucService } from '../muc-service.js';
import { refuse, type Refusal } from '../refusal.js';

export class DiscoItemsModule implements MucModule {
  private readonly muc: MucService;

  constructor(muc: MucService) {
    this.muc = muc;
  }

  handles(packet: Packet): boolean {
    return packet.type === 'get' && iqPayload(packet, 'query', NS_DISCO_ITEMS) !== undefined;
  }

  process(packet: Packet): Refusal | undefined {
    const addressed = addressesOf(packet);
    const node: unknown = iqPayload(packet, 'query', NS_DISCO_ITEMS)?.attrs['node'];
    if (!addressed) return undefined;
    const { to } = addressed;
    if (to.resource !== undefined) return refuse('bad-request');
    if (to.local !== undefined)
      return node === undefined ? this.room(packet, addressed) : refuse('bad-request');
    // The service offers no ad-hoc commands, though its disco#info names them.
    if (node !== undefined && node !== NS_COMMANDS) return refuse('bad-request');
    this.answer(packet, node, node === undefined ? this.roomItems(to.domain) : []);
    return undefined;
  }

  /** Occupants are listed to occupants only. */
  private room(packet: Packet, { from, to }: Addressed): Refusal | undefined {
    const room = this.muc.rooms.find(to.bare);
    if (!room) return refuse('item-not-found');
    if (!room.occupantOf(from.full)) return refuse('forbidden');
    const items = room.occupants.map(({ nick }) =>
      element('item', { jid: `${room.jid}/${nick}`, name: nick }),
    );
    this.answer(packet, undefined, items);
    return undefined;
  }

  /** M01: the name is empty in 5.2 and the local part in 7.1, unless the room was given one. */
  private roomItems(domain: string): Element[] {
    const fallback = (jid: string): string =>
      this.muc.context.profile === '5.2' ? '' : (jid.split('@', 1)[0] ?? '');
    return this.muc.rooms
      .publicRooms(domain)
      .map(({ jid, name }) => element('item', { jid, name: name || fallback(jid) }));
  }

  private answer(packet: Packet, node: string | undefined, items: readonly Element[]): void {
    this.muc.send(iqResult(packet, element('query', { xmlns: NS_DISCO_ITEMS, node }, ...items)));
  }
}
