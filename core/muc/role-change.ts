/** Kicking, and giving and taking voice and the moderator's role (§8.6; XEP-0045 §8, §9.6). */
import { element } from '#core/xml/element.js';
import { affiliationMay, affiliationWeight } from './affiliations.js';
import { announcePrivileges, showExit, viewersOf } from './announce.js';
import { remove } from './exit.js';
import type { MucService } from './muc-service.js';
import { giveRole, type Occupant } from './occupant.js';
import type { Actor, RoleItem } from './privilege-item.js';
import { QUOTED_TEXTS, refuse, type Refusal } from './refusal.js';
import { roleMay } from './roles.js';
import type { Room } from './room.js';

/** Whether the actor may give the nick that role. */
export function roleRefusal(room: Room, actor: Actor, item: RoleItem): Refusal | undefined {
  const target = room.occupant(item.nick);
  if (item.role === 'none') return kickRefusal(room, actor, target);
  if (!target) return roleMay(actor.role, 'grantVoice') ? refuse('item-not-found') : refuse('not-allowed');
  return mayGive(room, actor, target, item) ? undefined : refuse('not-allowed');
}

function kickRefusal(room: Room, actor: Actor, target: Occupant | undefined): Refusal | undefined {
  if (!roleMay(actor.role, 'kick')) return refuse('not-allowed', QUOTED_TEXTS.cannotKick);
  return target && outranks(room, actor, target) ? refuse('not-allowed') : undefined;
}

function mayGive(room: Room, actor: Actor, target: Occupant, { role }: RoleItem): boolean {
  if (role === target.role) return roleMay(actor.role, 'grantVoice');
  const edits = affiliationMay(actor.affiliation, 'editModerators');
  if (role === 'moderator') return edits;
  // XEP-0045 §8.4, §9.7: nobody takes voice or the moderator's role from an admin or owner.
  if (affiliationMay(room.affiliation(target.bareJid), 'editModerators')) return false;
  if (target.role === 'moderator' && !edits) return false;
  return (
    roleMay(actor.role, role === 'visitor' ? 'revokeVoice' : 'grantVoice') && !outranks(room, actor, target)
  );
}

function outranks(room: Room, actor: Actor, target: Occupant): boolean {
  return affiliationWeight(room.affiliation(target.bareJid)) > affiliationWeight(actor.affiliation);
}

/** Does what `roleRefusal` has let pass. */
export function changeRole(muc: MucService, room: Room, actor: Actor, item: RoleItem): void {
  const target = room.occupant(item.nick);
  if (item.role === 'none') kick(muc, room, actor, item);
  else if (target && target.role !== item.role) {
    for (const { machine } of target.resources) giveRole(machine, item.role);
    announcePrivileges(muc, room, target);
  }
}

function kick(muc: MucService, room: Room, actor: Actor, { nick, reason }: RoleItem): void {
  const target = room.occupant(nick);
  const codes = ['307'];
  if (target) {
    remove(muc, room, target, { how: 'kicked', codes, reason, actor: actor.jid.full });
    return;
  }
  // M09: the kick of a nick that nobody has is told to everybody all the same.
  const inItem = reason === undefined ? [] : [element('reason', {}, reason)];
  const who = { nick, affiliation: 'none', role: 'none', jids: [] } as const;
  for (const viewer of viewersOf(room)) showExit(muc, room, viewer, { who, codes, inItem });
}
