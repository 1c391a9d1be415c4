/** Pings: the component answers for rooms and occupants too, whether they exist or not (M01, M19). */
import type { Packet } from '#core/component/packet.js';
import { NS_PING } from '#core/shared/xmpp/namespaces.js';
import { iqPayload, iqResult } from '../addresses.js';
import type { MucModule, MucService } from '../muc-service.js';

export class PingModule implements MucModule {
  private readonly muc: MucService;

  constructor(muc: MucService) {
    this.muc = muc;
  }

  handles(packet: Packet): boolean {
    return packet.type === 'get' && iqPayload(packet, 'ping', NS_PING) !== undefined;
  }

  process(packet: Packet): undefined {
    this.muc.send(iqResult(packet));
  }
}
