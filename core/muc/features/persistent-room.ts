import { booleanFeature } from './feature.js';

/** §8.2: 0 → 1 stores the room in the database, 1 → 0 deletes its rows. */
export const persistentRoom = booleanFeature(
  { field: 'muc#roomconfig_persistentroom', label: 'Keep the room when nobody is in it', standard: false },
  {
    discoFeature: (text) => (text === '1' ? 'muc_persistent' : 'muc_temporary'),
    changed: (room) => room.syncPersistence(),
  },
);
