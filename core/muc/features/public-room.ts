import { booleanFeature } from './feature.js';

/** §8.6: only public rooms are in the service's list. */
export const publicRoom = booleanFeature(
  { field: 'muc#roomconfig_publicroom', label: 'List the room for everyone', standard: true },
  { discoFeature: (text) => (text === '1' ? 'muc_public' : 'muc_hidden') },
);
