import { refuse, type Refusal } from '../refusal.js';
import type { RoomConfig } from '../room-config.js';
import { booleanFeature } from './feature.js';
import { roomSecret } from './room-secret.js';

/** §8.3: everyone needs the password, members and owners too (M03). */
export const passwordProtected = booleanFeature(
  { field: 'muc#roomconfig_passwordprotectedroom', label: 'A password is needed to enter', standard: false },
  { discoFeature: (text) => (text === '1' ? 'muc_passwordprotected' : 'muc_unsecured') },
);

/** @param given text of the joiner's `<password/>` */
export function passwordRefusal(config: RoomConfig, given: string | undefined): Refusal | undefined {
  const open = !config.get(passwordProtected) || given === config.get(roomSecret);
  return open ? undefined : refuse('not-authorized');
}
