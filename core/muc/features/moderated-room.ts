import { booleanFeature } from './feature.js';

/** §8.3: who has no affiliation enters as a visitor, and visitors have no voice. */
export const moderatedRoom = booleanFeature(
  { field: 'muc#roomconfig_moderatedroom', label: 'Only who has voice may speak', standard: false },
  { discoFeature: (text) => (text === '1' ? 'muc_moderated' : 'muc_unmoderated') },
);
