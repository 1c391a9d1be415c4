/** Ways out of a room: leaving, and being removed (§8.2, §8.6). */
import { element, type Element } from '#core/xml/element.js';
import { affiliationMay } from './affiliations.js';
import { announceOccupant, describe, showExit, shownJids, viewersOf, type Viewer } from './announce.js';
import type { MucService } from './muc-service.js';
import type { Occupant, OccupantResource, Removal } from './occupant.js';
import type { Described } from './presence-stanza.js';
import type { Room } from './room.js';

/** One resource leaves of itself; the nick stays while another resource of the user is inside (M07). */
export function leave(muc: MucService, room: Room, jid: string): void {
  const occupant = room.occupantOf(jid);
  const resource = occupant?.resource(jid);
  if (!occupant || !resource) return;
  const who = leavingAs(muc, room, occupant);
  const leaver: Viewer = { jid, bareJid: occupant.bareJid };
  end(resource, 'left');
  showExit(muc, room, leaver, { who: { ...who, jids: shownJids(muc, room, leaver, [jid]) }, codes: ['110'] });
  if (occupant.jids.length > 0) {
    announceOccupant(muc, room, occupant);
    return;
  }
  for (const viewer of viewersOf(room)) {
    showExit(muc, room, viewer, { who: { ...who, jids: shownJids(muc, room, viewer, [jid]) } });
  }
  room.closeIfEmpty();
}

/** M14: 5.2 leaves the role in the item of somebody who goes, where XEP-0045 §7.14 wants `none`. */
function leavingAs(muc: MucService, room: Room, occupant: Occupant): Described {
  const who = describe(room, occupant, []);
  return muc.context.profile === '5.2' ? who : { ...who, role: 'none' };
}

export interface RemovalParts {
  readonly how: Removal;
  readonly codes?: readonly string[];
  readonly reason?: string | undefined;
  /** Full JID of who did it: only the removed one is told (M09). */
  readonly actor?: string | undefined;
  /** What the presence says beside the item: destroy. */
  readonly inX?: readonly Element[];
}

/** Takes an occupant out with all of its resources, and tells everyone. The caller closes the room if it is empty. */
export function remove(muc: MucService, room: Room, occupant: Occupant, parts: RemovalParts): void {
  const { codes = [], inX = [] } = parts;
  const who: Described = { ...describe(room, occupant, []), role: 'none' };
  const reason = parts.reason === undefined ? [] : [element('reason', {}, parts.reason)];
  const actor = parts.actor === undefined ? [] : [element('actor', { jid: parts.actor })];
  const removed = occupant.resources;
  for (const resource of removed) end(resource, parts.how);
  for (const { jid } of removed) {
    const viewer = { jid, bareJid: occupant.bareJid };
    showExit(muc, room, viewer, { who, codes: ['110', ...codes], inItem: [...actor, ...reason], inX });
  }
  for (const viewer of viewersOf(room)) showExit(muc, room, viewer, { who, codes, inItem: reason, inX });
}

/** The room is for members only now: whoever is none goes (XEP-0045 §10.2.1). */
export function excludeNonMembers(muc: MucService, room: Room): void {
  for (const occupant of room.occupants) {
    if (affiliationMay(room.affiliation(occupant.bareJid), 'enterMembersOnly')) continue;
    remove(muc, room, occupant, { how: 'excluded', codes: ['322'] });
  }
  room.closeIfEmpty();
}

/** An owner destroys the room (XEP-0045 §10.9). */
export function destroyRoom(muc: MucService, room: Room, destroy: Element): void {
  for (const { resources, nick, bareJid } of room.occupants) {
    const who: Described = { nick, affiliation: 'none', role: 'none', jids: [] };
    for (const resource of resources) {
      end(resource, 'room.destroyed');
      showExit(muc, room, { jid: resource.jid, bareJid }, { who, codes: ['110'], inX: [destroy] });
    }
  }
  room.destroy();
}

function end(resource: OccupantResource, how: Removal | 'left'): void {
  resource.machine.send({ type: how });
  resource.machine.stop();
}
