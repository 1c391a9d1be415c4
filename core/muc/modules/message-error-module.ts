/** A message of type error from an occupant: its client cannot be reached, so it is taken out (M12). */
import type { Packet } from '#core/component/packet.js';
import { addressesOf } from '../addresses.js';
import { leave } from '../exit.js';
import type { MucModule, MucService } from '../muc-service.js';

export class MessageErrorModule implements MucModule {
  private readonly muc: MucService;

  constructor(muc: MucService) {
    this.muc = muc;
  }

  handles(packet: Packet): boolean {
    return packet.name === 'message' && packet.type === 'error';
  }

  process(packet: Packet): undefined {
    const addressed = addressesOf(packet);
    const room = addressed && this.muc.rooms.find(addressed.to.bare);
    if (addressed && room) leave(this.muc, room, addressed.from.full);
    return undefined;
  }
}
