/** Bans, members, admins and owners (§8.6; XEP-0045 §9, §10). */
import { NS_MUC_USER } from '#core/shared/xmpp/namespaces.js';
import { element } from '#core/xml/element.js';
import {
  affiliationMay,
  affiliationWeight,
  defaultRole,
  type Affiliation,
  type AffiliationPrivilege,
} from './affiliations.js';
import { announcePrivileges } from './announce.js';
import { remove } from './exit.js';
import { membersOnly, membershipRefusal } from './features/members-only.js';
import { moderatedRoom } from './features/moderated-room.js';
import { passwordProtected } from './features/password-protected.js';
import { roomSecret } from './features/room-secret.js';
import type { MucService } from './muc-service.js';
import { giveRole, type Occupant } from './occupant.js';
import type { Actor, AffiliationItem } from './privilege-item.js';
import { refuse, type Refusal } from './refusal.js';
import type { Room } from './room.js';

/**
 * What it takes to put somebody onto a list or to take somebody off it. The original looks at the new list only, so
 * that an admin could make a member of an owner; the lab asks for both (XEP-0045 §5.2.1).
 */
const NEEDED: Readonly<Record<Affiliation, AffiliationPrivilege>> = {
  outcast: 'ban',
  none: 'editMembers',
  member: 'editMembers',
  admin: 'editAdmins',
  owner: 'editOwners',
};

/** Whether the actor may give the user that affiliation. */
export function affiliationRefusal(room: Room, actor: Actor, item: AffiliationItem): Refusal | undefined {
  const current = room.affiliation(item.bareJid);
  const entitled = [current, item.affiliation].every((list) =>
    affiliationMay(actor.affiliation, NEEDED[list]),
  );
  if (!entitled) return refuse('not-allowed');
  const outranked = affiliationWeight(current) >= affiliationWeight(actor.affiliation);
  if (item.affiliation === 'outcast' && outranked) return refuse('not-allowed');
  return leavesNoOwner(room, item) ? refuse('conflict') : undefined;
}

/** XEP-0045 §10.5: a room keeps at least one owner. */
function leavesNoOwner(room: Room, { bareJid, affiliation }: AffiliationItem): boolean {
  if (affiliation === 'owner' || room.affiliation(bareJid) !== 'owner') return false;
  return [...room.affiliations.values()].filter((known) => known === 'owner').length === 1;
}

/** Does what `affiliationRefusal` has let pass. */
export function changeAffiliation(muc: MucService, room: Room, actor: Actor, item: AffiliationItem): void {
  const before = room.affiliation(item.bareJid);
  if (before === item.affiliation) return;
  room.setAffiliation(item.bareJid, item.affiliation);
  for (const occupant of room.occupantsOf(item.bareJid)) apply(muc, room, actor, { item, before, occupant });
  if (item.affiliation === 'member' && room.config.get(membersOnly)) inviteMember(muc, room, item.bareJid);
}

interface Change {
  readonly item: AffiliationItem;
  readonly before: Affiliation;
  readonly occupant: Occupant;
}

function apply(muc: MucService, room: Room, actor: Actor, { item, before, occupant }: Change): void {
  const { reason, affiliation } = item;
  const by = { reason, actor: actor.jid.full };
  if (affiliation === 'outcast') {
    remove(muc, room, occupant, { how: 'banned', codes: ['301'], ...by });
  } else if (membershipRefusal(room.config, affiliation)) {
    // XEP-0045 §9.4 says 321 and out; 5.2 lets the user stay (M04), so the lab is stricter.
    remove(muc, room, occupant, { how: 'excluded', codes: ['321'], ...by });
  } else {
    followAffiliation(room, occupant, before, affiliation);
    announcePrivileges(muc, room, occupant);
  }
}

/** A moderator's role that was given on its own outlives changes below admin. */
function followAffiliation(room: Room, occupant: Occupant, before: Affiliation, after: Affiliation): void {
  const role = defaultRole(after, room.config.get(moderatedRoom));
  const givenByHand = occupant.role === 'moderator' && !affiliationMay(before, 'editModerators');
  if (role === 'none' || role === occupant.role || givenByHand) return;
  for (const { machine } of occupant.resources) giveRole(machine, role);
}

/** M04: who becomes a member of a members-only room is invited. */
function inviteMember(muc: MucService, room: Room, bareJid: string): void {
  const secret = room.config.get(passwordProtected)
    ? [element('password', {}, room.config.get(roomSecret))]
    : [];
  const x = element('x', { xmlns: NS_MUC_USER }, element('invite', { from: room.jid }), ...secret);
  muc.send(element('message', { from: room.jid, to: bareJid }, x));
}
