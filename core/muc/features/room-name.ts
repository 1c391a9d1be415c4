import { textFeature } from './feature.js';

/** §8.7: shown in disco. */
export const roomName = textFeature({
  field: 'muc#roomconfig_roomname',
  label: 'Name of the room',
  standard: '',
});
