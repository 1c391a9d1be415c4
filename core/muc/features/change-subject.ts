import { roleMay, type Role } from '../roles.js';
import type { RoomConfig } from '../room-config.js';
import { booleanFeature } from './feature.js';

/** §8.6: participants may change the subject too. */
export const changeSubject = booleanFeature({
  field: 'muc#roomconfig_changesubject',
  label: 'Participants may change the subject',
  standard: false,
});

/** Whether an occupant in this role may change the subject. */
export function maySetSubject(config: RoomConfig, role: Role): boolean {
  return roleMay(role, 'subject') || (role === 'participant' && config.get(changeSubject));
}
