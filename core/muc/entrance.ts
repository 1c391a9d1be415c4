/** The way into a room (§8.3). */
import { withEffects } from '#core/component/machine-effects.js';
import { runMachine } from '#core/component/machine-runner.js';
import type { Packet } from '#core/component/packet.js';
import { occupantMachine } from '#core/shared/machines/occupant.machine.js';
import type { Jid } from '#core/shared/xmpp/jid.js';
import { NS_MUC } from '#core/shared/xmpp/namespaces.js';
import { childNamed, textOf, type Element } from '#core/xml/element.js';
import { defaultRole } from './affiliations.js';
import { announceOccupant, introduceOccupants } from './announce.js';
import { entryRefusal } from './entry-checks.js';
import { moderatedRoom } from './features/moderated-room.js';
import { readHistoryRequest } from './history-request.js';
import type { MucService } from './muc-service.js';
import { giveRole, type Occupant, type OccupantRun } from './occupant.js';
import { keptPresence } from './presence-stanza.js';
import type { Refusal } from './refusal.js';
import type { Room } from './room.js';
import { sayTo, sendHistory, sendSubject } from './room-messages.js';
import { ROOM_SENTENCES } from './room-sentences.js';

export interface Entry {
  readonly packet: Packet;
  readonly from: Jid;
  readonly nick: string;
  /** The sender has just made the room. */
  readonly created: boolean;
}

/** Lets somebody in, or again in, or says why not. */
export function enter(muc: MucService, room: Room, entry: Entry): Refusal | undefined {
  const { packet, from, nick, created } = entry;
  const x = childNamed(packet.element, 'x', NS_MUC);
  const refusal = entryRefusal(room, { bareJid: from.bare, nick, password: passwordOf(x) });
  const inside = room.occupantOf(from.full);
  if (refusal) {
    if (!inside) runOccupant(muc, room, from).refuse();
    return refusal;
  }
  const presence = keptPresence(packet.element, muc.settings);
  const occupant = inside ?? admit(muc, room, entry, presence);
  if (inside) updatePresence(inside, from.full, presence);
  const viewer = { jid: from.full, bareJid: from.bare };
  introduceOccupants(muc, room, viewer);
  announceOccupant(muc, room, occupant, created);
  sendPast(muc, room, viewer, x);
  sendWelcome(muc, room, from.full, created);
  return undefined;
}

/** An occupant's latest presence takes the place of the one before. */
export function updatePresence(occupant: Occupant, jid: string, presence: Element): void {
  const resource = occupant.resource(jid);
  if (!resource) return;
  resource.presence = presence;
  occupant.put(resource);
}

function admit(muc: MucService, room: Room, { from, nick }: Entry, presence: Element): Occupant {
  const occupant = room.seat(nick, from.bare);
  const standard = defaultRole(room.affiliation(from.bare), room.config.get(moderatedRoom));
  const role = occupant.role === 'none' ? standard : occupant.role;
  const { machine } = runOccupant(muc, room, from);
  if (role !== 'none') giveRole(machine, role);
  occupant.put({ jid: from.full, machine, presence });
  room.seated(occupant, from.full);
  return occupant;
}

function runOccupant(muc: MucService, room: Room, from: Jid): { machine: OccupantRun; refuse(): void } {
  const jid = from.full;
  const run = withEffects(occupantMachine, { actions: { release: () => room.unseat(jid) } });
  const machine = runMachine(muc.context, run, `${muc.path}/room/${room.jid}/occupant/${jid}`, {
    room: room.jid,
    jid,
  });
  const refuse = (): void => {
    machine.send({ type: 'refused' });
    machine.stop();
  };
  return { machine, refuse };
}

function passwordOf(x: Element | undefined): string | undefined {
  const password = x && childNamed(x, 'password');
  return password && textOf(password);
}

function sendPast(
  muc: MucService,
  room: Room,
  viewer: { jid: string; bareJid: string },
  x: Element | undefined,
): void {
  const request = readHistoryRequest(x && childNamed(x, 'history'), muc.context.calendar.dateMs());
  // M11: a negative number takes the subject away as well.
  if ((request.maxStanzas ?? 0) < 0) return;
  sendHistory(muc, room, viewer, request);
  sendSubject(muc, room, viewer.jid);
}

function sendWelcome(muc: MucService, room: Room, jid: string, created: boolean): void {
  if (room.locked) sayTo(muc, room, jid, ROOM_SENTENCES.locked);
  if (created) sayTo(muc, room, jid, room.locked ? ROOM_SENTENCES.createdLocked : ROOM_SENTENCES.createdOpen);
}
