/** disco#info of the service and of a room (M01; XEP-0045 §6). */
import type { Packet } from '#core/component/packet.js';
import { NS_COMMANDS, NS_DISCO_INFO, NS_MUC, NS_PING, NS_VERSION } from '#core/shared/xmpp/namespaces.js';
import { element, type Element } from '#core/xml/element.js';
import { addressesOf, iqPayload, iqResult } from '../addresses.js';
import { ROOM_FEATURES } from '../features/room-features.js';
import { roomName } from '../features/room-name.js';
import type { MucModule, MucService } from '../muc-service.js';
import { refuse, type Refusal } from '../refusal.js';
import type { RoomConfig } from '../room-config.js';

const SERVICE_NAME = 'Multi User Chat';

export class DiscoInfoModule implements MucModule {
  private readonly muc: MucService;

  constructor(muc: MucService) {
    this.muc = muc;
  }

  handles(packet: Packet): boolean {
    return packet.type === 'get' && iqPayload(packet, 'query', NS_DISCO_INFO) !== undefined;
  }

  process(packet: Packet): Refusal | undefined {
    const addressed = addressesOf(packet);
    const node: unknown = iqPayload(packet, 'query', NS_DISCO_INFO)?.attrs['node'];
    if (!addressed) return undefined;
    const { to } = addressed;
    // M01: an unknown node is a bad request; an occupant's own disco is not asked for (M19).
    if (node !== undefined || to.resource !== undefined) return refuse('bad-request');
    if (to.local === undefined) {
      this.answer(packet, SERVICE_NAME, [NS_MUC, NS_COMMANDS, NS_VERSION, NS_PING]);
      return undefined;
    }
    const room = this.muc.rooms.find(to.bare);
    if (!room) return refuse('item-not-found');
    this.answer(packet, room.config.get(roomName), [NS_MUC, ...featuresOf(room.config)]);
    return undefined;
  }

  private answer(packet: Packet, name: string, features: readonly string[]): void {
    const identity = element('identity', { type: 'text', category: 'conference', name });
    const listed: Element[] = features.map((feature) => element('feature', { var: feature }));
    this.muc.send(iqResult(packet, element('query', { xmlns: NS_DISCO_INFO }, identity, ...listed)));
  }
}

function featuresOf(config: RoomConfig): string[] {
  return ROOM_FEATURES.flatMap((feature) => feature.discoFeature?.(config.text(feature)) ?? []);
}
