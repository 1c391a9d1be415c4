import { booleanFeature } from './feature.js';

/** Only kept: the lab writes no room logs, but the codes that tell of logging are played. */
export const enableLogging = booleanFeature(
  { field: 'muc#roomconfig_enablelogging', label: 'Log what is said', standard: false },
  { status: (text) => (text === '1' ? '170' : '171') },
);
