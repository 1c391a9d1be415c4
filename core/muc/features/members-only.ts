import { affiliationMay, type Affiliation } from '../affiliations.js';
import { refuse, type Refusal } from '../refusal.js';
import type { RoomConfig } from '../room-config.js';
import { booleanFeature } from './feature.js';

/** §8.3: nobody enters who is not at least a member. */
export const membersOnly = booleanFeature(
  { field: 'muc#roomconfig_membersonly', label: 'Only members may enter', standard: false },
  {
    discoFeature: (text) => (text === '1' ? 'muc_membersonly' : 'muc_open'),
    // XEP-0045 §10.2.1: those who are no members MUST be removed. Stricter than the original, which lets them stay (M04).
    changed: (room, text) => {
      if (text === '1') room.excludeNonMembers();
    },
  },
);

/** Whether the room is closed to this affiliation. */
export function membershipRefusal(config: RoomConfig, affiliation: Affiliation): Refusal | undefined {
  const open = !config.get(membersOnly) || affiliationMay(affiliation, 'enterMembersOnly');
  return open ? undefined : refuse('registration-required');
}
