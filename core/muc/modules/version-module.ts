/** jabber:iq:version, of any address of the component (M01). */
import type { Packet } from '#core/component/packet.js';
import { NS_VERSION } from '#core/shared/xmpp/namespaces.js';
import { element } from '#core/xml/element.js';
import { iqPayload, iqResult } from '../addresses.js';
import type { MucModule, MucService } from '../muc-service.js';

const NAME = 'Tigase Multi-User Chat';
const VERSIONS = { '5.2': '2.2.1', '7.1': '2.4.3' } as const;
const SYSTEM = 'Cluster Lab';

export class VersionModule implements MucModule {
  private readonly muc: MucService;

  constructor(muc: MucService) {
    this.muc = muc;
  }

  handles(packet: Packet): boolean {
    return packet.type === 'get' && iqPayload(packet, 'query', NS_VERSION) !== undefined;
  }

  process(packet: Packet): undefined {
    const { profile } = this.muc.context;
    const parts = [
      element('name', {}, NAME),
      element('version', {}, VERSIONS[profile]),
      element('os', {}, SYSTEM),
    ];
    this.muc.send(iqResult(packet, element('query', { xmlns: NS_VERSION }, ...parts)));
  }
}
