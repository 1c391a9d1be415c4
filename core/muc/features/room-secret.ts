import { textFeature } from './feature.js';

/** The password of a room that asks for one. */
export const roomSecret = textFeature({
  field: 'muc#roomconfig_roomsecret',
  label: 'Password',
  standard: '',
});
