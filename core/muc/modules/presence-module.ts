/** Presences: entering, leaving, being away (§8.3). */
import type { Packet } from '#core/component/packet.js';
import { NS_MUC } from '#core/shared/xmpp/namespaces.js';
import { childNamed } from '#core/xml/element.js';
import { addressesOf, type Addressed } from '../addresses.js';
import { announceOccupant } from '../announce.js';
import { enter, updatePresence } from '../entrance.js';
import { leave } from '../exit.js';
import type { MucModule, MucService } from '../muc-service.js';
import { keptPresence } from '../presence-stanza.js';
import { QUOTED_TEXTS, refuse, type Refusal } from '../refusal.js';
import type { Room } from '../room.js';

export class PresenceModule implements MucModule {
  private readonly muc: MucService;

  constructor(muc: MucService) {
    this.muc = muc;
  }

  handles(packet: Packet): boolean {
    return packet.name === 'presence';
  }

  process(packet: Packet): Refusal | undefined {
    const addressed = addressesOf(packet);
    if (!addressed || packet.type === 'error') return undefined;
    const nick = addressed.to.resource;
    if (nick === undefined) return refuse('jid-malformed');
    return packet.type === 'unavailable' ? this.exit(addressed) : this.arrive(packet, addressed, nick);
  }

  /** M14: any nick will do; who is not inside is ignored. */
  private exit({ from, to }: Addressed): Refusal | undefined {
    const room = this.muc.rooms.find(to.bare);
    if (!room) return refuse('item-not-found');
    leave(this.muc, room, from.full);
    return undefined;
  }

  /** M20: every other type counts as being there. */
  private arrive(packet: Packet, { from, to }: Addressed, nick: string): Refusal | undefined {
    const found = this.muc.rooms.find(to.bare);
    const room = found ?? this.muc.rooms.create(to.bare, from.bare, this.muc.context.calendar.dateMs());
    const occupant = room.occupantOf(from.full);
    if (occupant && occupant.nick !== nick) return this.nickChange();
    if (occupant && !childNamed(packet.element, 'x', NS_MUC)) {
      updatePresence(occupant, from.full, keptPresence(packet.element, this.muc.settings));
      announceOccupant(this.muc, room, occupant);
      return undefined;
    }
    const refusal = enter(this.muc, room, { packet, from, nick, created: found === undefined });
    if (refusal) this.forgetUnused(room, found);
    return refusal;
  }

  /** A room made for somebody who then could not enter it (a default password) does not stay behind. */
  private forgetUnused(room: Room, found: Room | undefined): void {
    if (found === undefined) room.closeIfEmpty();
  }

  /** M06: nobody can change the nick in this version. */
  private nickChange(): Refusal {
    const { profile } = this.muc.context;
    return refuse(
      'feature-not-implemented',
      profile === '5.2' ? QUOTED_TEXTS.nickChange : QUOTED_TEXTS.nickChange71,
    );
  }
}
