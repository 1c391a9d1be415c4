/** A room name that nobody has (§8.6, muc#unique). */
import type { Packet } from '#core/component/packet.js';
import { NS_MUC_UNIQUE } from '#core/shared/xmpp/namespaces.js';
import { element } from '#core/xml/element.js';
import { iqPayload, iqResult } from '../addresses.js';
import type { MucModule, MucService } from '../muc-service.js';

export class UniqueNameModule implements MucModule {
  private readonly muc: MucService;

  constructor(muc: MucService) {
    this.muc = muc;
  }

  handles(packet: Packet): boolean {
    return packet.type === 'get' && iqPayload(packet, 'unique', NS_MUC_UNIQUE) !== undefined;
  }

  process(packet: Packet): undefined {
    const name = this.muc.context.ids.uuid().replaceAll('-', '');
    this.muc.send(iqResult(packet, element('unique', { xmlns: NS_MUC_UNIQUE }, name)));
  }
}
