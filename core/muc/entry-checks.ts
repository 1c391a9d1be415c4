/** Whether somebody may enter, in Tigase's order of questions (§8.3 step 5). */
import type { Affiliation } from './affiliations.js';
import { membershipRefusal } from './features/members-only.js';
import { passwordRefusal } from './features/password-protected.js';
import { refuse, type Refusal } from './refusal.js';
import type { Room } from './room.js';

export interface EntryRequest {
  readonly bareJid: string;
  readonly nick: string;
  readonly password: string | undefined;
}

export function entryRefusal(room: Room, request: EntryRequest): Refusal | undefined {
  const affiliation = room.affiliation(request.bareJid);
  return (
    passwordRefusal(room.config, request.password) ??
    lockRefusal(room, affiliation) ??
    (affiliation === 'outcast' ? refuse('forbidden') : undefined) ??
    membershipRefusal(room.config, affiliation) ??
    nickRefusal(room, request)
  );
}

/** XEP-0045 §10.1.2: to others a locked room is none. */
function lockRefusal(room: Room, affiliation: Affiliation): Refusal | undefined {
  return room.locked && affiliation !== 'owner' ? refuse('item-not-found') : undefined;
}

/** One user may share a nick with several resources; another user may not have it. */
function nickRefusal(room: Room, { nick, bareJid }: EntryRequest): Refusal | undefined {
  const holder = room.occupant(nick);
  return holder && holder.bareJid !== bareJid ? refuse('conflict') : undefined;
}
