import { textFeature } from './feature.js';

/** §8.7: what the room is about. */
export const roomDescription = textFeature({
  field: 'muc#roomconfig_roomdesc',
  label: 'What the room is about',
  standard: '',
});
