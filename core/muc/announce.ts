/** Tells the occupants of a room who is there (§8.3 step 6; XEP-0045 §7.2, §7.14). */
import type { Element } from '#core/xml/element.js';
import { jidsVisible } from './features/anonymity.js';
import type { MucService } from './muc-service.js';
import type { Occupant } from './occupant.js';
import { roomPresence, selfCodes, type Described } from './presence-stanza.js';
import type { Room } from './room.js';

/** Somebody who is shown something. */
export interface Viewer {
  readonly jid: string;
  readonly bareJid: string;
}

/** Every resource in the room. */
export function viewersOf(room: Room): Viewer[] {
  return room.occupants.flatMap(({ jids, bareJid }) => jids.map((jid) => ({ jid, bareJid })));
}

/** The real JIDs that `viewer` is shown. */
export function shownJids(
  muc: MucService,
  room: Room,
  viewer: Viewer,
  jids: readonly string[],
): readonly string[] {
  if (!jidsVisible(room.config, room.affiliation(viewer.bareJid))) return [];
  // §8.1 `muc-multi-item-allowed`: a nick that several resources share has an item for each.
  return muc.settings.multipleItems ? jids : jids.slice(-1);
}

/** Tells a newcomer who is there already. */
export function introduceOccupants(muc: MucService, room: Room, newcomer: Viewer): void {
  for (const occupant of room.occupants) {
    if (!occupant.has(newcomer.jid)) showOccupant(muc, room, { occupant, viewer: newcomer, codes: [] });
  }
}

/** Tells everyone in the room that an occupant is there, or is there in another way. */
export function announceOccupant(muc: MucService, room: Room, occupant: Occupant, created = false): void {
  for (const viewer of viewersOf(room)) {
    const codes = occupant.has(viewer.jid) ? selfCodes(room, created) : [];
    showOccupant(muc, room, { occupant, viewer, codes });
  }
}

/** M08: a change of role or affiliation comes without JIDs and without 110. */
export function announcePrivileges(muc: MucService, room: Room, occupant: Occupant): void {
  for (const viewer of viewersOf(room))
    showOccupant(muc, room, { occupant, viewer, codes: [], anonymous: true });
}

interface Showing {
  readonly occupant: Occupant;
  readonly viewer: Viewer;
  readonly codes: readonly string[];
  readonly anonymous?: boolean;
}

function showOccupant(muc: MucService, room: Room, showing: Showing): void {
  const { occupant, viewer, codes, anonymous } = showing;
  const jids = anonymous ? [] : shownJids(muc, room, viewer, occupant.jids);
  const who = describe(room, occupant, jids);
  const from = `${room.jid}/${occupant.nick}`;
  muc.send(roomPresence({ from, to: viewer.jid, who, codes, base: occupant.presence }));
}

export function describe(room: Room, occupant: Occupant, jids: readonly string[]): Described {
  return { nick: occupant.nick, affiliation: room.affiliation(occupant.bareJid), role: occupant.role, jids };
}

/** An exit, as it is told. */
export interface Exit {
  readonly who: Described;
  readonly codes?: readonly string[];
  readonly inItem?: readonly Element[];
  readonly inX?: readonly Element[];
}

/** Tells one viewer that somebody has gone. */
export function showExit(muc: MucService, room: Room, viewer: Viewer, exit: Exit): void {
  const from = `${room.jid}/${exit.who.nick}`;
  muc.send(roomPresence({ ...exit, from, to: viewer.jid }));
}
