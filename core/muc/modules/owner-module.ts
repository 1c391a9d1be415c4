/** What owners ask of their room: configuration form, configuration, destruction (§8.6, M02, M15). */
import type { Packet } from '#core/component/packet.js';
import { NS_DATA, NS_MUC_OWNER } from '#core/shared/xmpp/namespaces.js';
import { childNamed, element, type Element } from '#core/xml/element.js';
import { addressesOf, iqPayload, iqResult, type Addressed } from '../addresses.js';
import { affiliationMay } from '../affiliations.js';
import { configForm, readSubmission } from '../config-form.js';
import { destroyRoom, excludeNonMembers } from '../exit.js';
import type { RoomEffects } from '../features/feature.js';
import type { MucModule, MucService } from '../muc-service.js';
import { refuse, type Refusal } from '../refusal.js';
import type { ConfigValues } from '../room-config.js';
import type { Room } from '../room.js';
import { sayTo, tellConfigChange } from '../room-messages.js';
import { ROOM_SENTENCES } from '../room-sentences.js';

export class OwnerModule implements MucModule {
  private readonly muc: MucService;

  constructor(muc: MucService) {
    this.muc = muc;
  }

  handles(packet: Packet): boolean {
    return iqPayload(packet, 'query', NS_MUC_OWNER) !== undefined;
  }

  process(packet: Packet): Refusal | undefined {
    const addressed = addressesOf(packet);
    const query = iqPayload(packet, 'query', NS_MUC_OWNER);
    if (!addressed || !query) return undefined;
    if (addressed.to.resource !== undefined) return refuse('bad-request');
    return packet.type === 'get' ? this.get(packet, addressed) : this.set(packet, addressed, query);
  }

  private get(packet: Packet, { from, to }: Addressed): Refusal | undefined {
    const room = this.muc.rooms.find(to.bare);
    if (room && !affiliationMay(room.affiliation(from.bare), 'changeConfig')) return refuse('forbidden');
    const config = room?.config ?? this.muc.rooms.defaultConfig();
    this.muc.send(iqResult(packet, element('query', { xmlns: NS_MUC_OWNER }, configForm(config))));
    return undefined;
  }

  private set(packet: Packet, addressed: Addressed, query: Element): Refusal | undefined {
    const room = this.muc.rooms.find(addressed.to.bare);
    const affiliation = room?.affiliation(addressed.from.bare) ?? 'none';
    // §8.2: 2.2 leaves a room without an owner behind when there was none; the lab only gives the answer.
    if (!room || !affiliationMay(affiliation, 'changeConfig')) return refuse('forbidden');
    const destroy = childNamed(query, 'destroy');
    if (destroy) return this.destroy(packet, room, destroy);
    const form = childNamed(query, 'x', NS_DATA);
    // §8.2: a cancelled form is neither answered nor does it destroy the room.
    if (form?.attrs['type'] === 'cancel') return undefined;
    if (form?.attrs['type'] !== 'submit') return refuse('bad-request');
    return this.submit(packet, room, form);
  }

  private destroy(packet: Packet, room: Room, destroy: Element): undefined {
    destroyRoom(this.muc, room, destroy);
    this.muc.send(iqResult(packet));
  }

  private submit(packet: Packet, room: Room, form: Element): Refusal | undefined {
    const submission = readSubmission(form, room.config);
    if ('refusal' in submission) return submission.refusal;
    this.muc.send(iqResult(packet));
    this.apply(packet, room, submission.values);
    return undefined;
  }

  private apply(packet: Packet, room: Room, values: ConfigValues): void {
    const changed = room.config.apply(values);
    const submitter = packet.from?.full ?? '';
    const unlocked = room.configured();
    if (unlocked && room.occupantOf(submitter)) sayTo(this.muc, room, submitter, ROOM_SENTENCES.unlocked);
    const codes = new Set(changed.map((feature) => feature.status(room.config.text(feature))));
    if (codes.size > 0) tellConfigChange(this.muc, room, [...codes]);
    const effects = this.effectsOn(room);
    for (const feature of changed) feature.changed?.(effects, room.config.text(feature));
    room.save();
  }

  private effectsOn(room: Room): RoomEffects {
    return {
      syncPersistence: () => room.syncPersistence(),
      excludeNonMembers: () => excludeNonMembers(this.muc, room),
    };
  }
}
