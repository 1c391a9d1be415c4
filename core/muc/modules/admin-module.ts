/** muc#admin: lists, and changes of roles and affiliations (§8.6, M05, M08, M09). */
import type { Packet } from '#core/component/packet.js';
import { parseJid } from '#core/shared/xmpp/jid.js';
import { NS_MUC_ADMIN } from '#core/shared/xmpp/namespaces.js';
import { childElements, element, type Element } from '#core/xml/element.js';
import { addressesOf, iqPayload, iqResult } from '../addresses.js';
import { affiliationRefusal, changeAffiliation } from '../affiliation-change.js';
import { affiliationMay, isAffiliation } from '../affiliations.js';
import { shownJids } from '../announce.js';
import { anonymity } from '../features/anonymity.js';
import type { MucModule, MucService } from '../muc-service.js';
import { itemAttribute, itemReason, type Actor } from '../privilege-item.js';
import { refuse, type Refusal } from '../refusal.js';
import { changeRole, roleRefusal } from '../role-change.js';
import { isRole } from '../roles.js';
import type { Room } from '../room.js';

/** What one item asks for: looked at first, done when all items have passed. */
interface Step {
  check(): Refusal | undefined;
  carryOut(): void;
}

/** M08, M09: an exception of the original: 5.2 gives no answer at all. */
type Broken = 'broken';

export class AdminModule implements MucModule {
  private readonly muc: MucService;

  constructor(muc: MucService) {
    this.muc = muc;
  }

  handles(packet: Packet): boolean {
    return iqPayload(packet, 'query', NS_MUC_ADMIN) !== undefined;
  }

  process(packet: Packet): Refusal | undefined {
    const addressed = addressesOf(packet);
    const query = iqPayload(packet, 'query', NS_MUC_ADMIN);
    if (!addressed || !query) return undefined;
    const { from, to } = addressed;
    const room = this.muc.rooms.find(to.bare);
    if (!room || to.resource !== undefined) return refuse(room ? 'bad-request' : 'item-not-found');
    const role = room.occupantOf(from.full)?.role ?? 'none';
    const actor: Actor = { jid: from, affiliation: room.affiliation(from.bare), role };
    const items = childElements(query).filter((child) => child.name === 'item');
    return packet.type === 'get'
      ? this.get(packet, room, actor, items)
      : this.set(packet, room, actor, items);
  }

  private get(packet: Packet, room: Room, actor: Actor, items: readonly Element[]): Refusal | undefined {
    const inside = room.occupantOf(actor.jid.full) !== undefined;
    const open = inside && room.config.get(anonymity) === 'nonanonymous';
    if (!affiliationMay(actor.affiliation, 'viewJids') && !open) return refuse('forbidden');
    const [item] = items;
    if (!item) return this.brokenQuery();
    const list = this.list(room, actor, item);
    if (!list) return refuse('bad-request');
    this.muc.send(iqResult(packet, element('query', { xmlns: NS_MUC_ADMIN }, ...list)));
    return undefined;
  }

  /** Exactly one of affiliation and role is asked for. */
  private list(room: Room, actor: Actor, item: Element): Element[] | undefined {
    const affiliation = itemAttribute(item, 'affiliation');
    const role = itemAttribute(item, 'role');
    if (affiliation !== undefined && role === undefined && isAffiliation(affiliation)) {
      const listed = [...room.affiliations].filter(([, held]) => held === affiliation);
      return listed.map(([jid]) => element('item', { affiliation, jid }));
    }
    if (role === undefined || affiliation !== undefined || !isRole(role)) return undefined;
    const viewer = { jid: actor.jid.full, bareJid: actor.jid.bare };
    return room.occupants
      .filter((occupant) => occupant.role === role)
      .map(({ nick, bareJid, jids }) => {
        const [jid] = shownJids(this.muc, room, viewer, jids);
        return element('item', { nick, role, affiliation: room.affiliation(bareJid), jid });
      });
  }

  private set(packet: Packet, room: Room, actor: Actor, items: readonly Element[]): Refusal | undefined {
    const steps: Step[] = [];
    for (const item of items) {
      const step = this.readStep(room, actor, item);
      if (step === 'broken') return this.brokenQuery();
      const refusal = 'condition' in step ? step : step.check();
      if (refusal || 'condition' in step) return refusal;
      steps.push(step);
    }
    if (steps.length === 0) return this.brokenQuery();
    // Asked again: an item before may have taken away what this one stands on (the last owner but one).
    for (const step of steps) if (!step.check()) step.carryOut();
    this.muc.send(iqResult(packet));
    room.closeIfEmpty();
    return undefined;
  }

  private readStep(room: Room, actor: Actor, item: Element): Step | Refusal | Broken {
    const role = itemAttribute(item, 'role');
    const affiliation = itemAttribute(item, 'affiliation');
    if (role !== undefined && affiliation !== undefined) return refuse('bad-request');
    if (affiliation !== undefined) return this.affiliationStep(room, actor, item, affiliation);
    return role === undefined ? 'broken' : this.roleStep(room, actor, item, role);
  }

  private roleStep(room: Room, actor: Actor, item: Element, role: string): Step | Refusal | Broken {
    const nick = itemAttribute(item, 'nick');
    if (!isRole(role)) return 'broken';
    if (nick === undefined || nick === '') return refuse('bad-request');
    const wanted = { role, nick, reason: itemReason(item) };
    return {
      check: () => roleRefusal(room, actor, wanted),
      carryOut: () => changeRole(this.muc, room, actor, wanted),
    };
  }

  private affiliationStep(
    room: Room,
    actor: Actor,
    item: Element,
    affiliation: string,
  ): Step | Refusal | Broken {
    const text = itemAttribute(item, 'jid');
    if (text === undefined) return refuse('bad-request');
    const bareJid = parseJid(text)?.bare;
    if (bareJid === undefined || !isAffiliation(affiliation)) return 'broken';
    const wanted = { affiliation, bareJid, reason: itemReason(item) };
    return {
      check: () => affiliationRefusal(room, actor, wanted),
      carryOut: () => changeAffiliation(this.muc, room, actor, wanted),
    };
  }

  private brokenQuery(): Refusal | undefined {
    return this.muc.context.profile === '5.2' ? undefined : refuse('internal-server-error');
  }
}
