import { affiliationMay, type Affiliation } from '../affiliations.js';
import type { RoomConfig } from '../room-config.js';
import { listFeature } from './feature.js';

export type Anonymity = 'nonanonymous' | 'semianonymous' | 'fullanonymous';

/** §8.4: a change has a code of its own instead of 104. */
const STATUS: Readonly<Record<Anonymity, string>> = {
  nonanonymous: '172',
  semianonymous: '173',
  fullanonymous: '174',
};
const DISCO: Readonly<Record<Anonymity, string>> = {
  nonanonymous: 'muc_nonanonymous',
  semianonymous: 'muc_semianonymous',
  fullanonymous: 'muc_fullyanonymous',
};

/** Tigase's replacement for `muc#roomconfig_whois`. */
export const anonymity = listFeature<Anonymity>(
  {
    field: 'muc#roomconfig_anonymity',
    label: 'Who sees the real addresses',
    standard: 'semianonymous',
    options: {
      nonanonymous: 'Everyone in the room',
      semianonymous: 'Owners and admins',
      fullanonymous: 'Nobody',
    },
  },
  {
    status: (text) => STATUS[anonymityOf(text)],
    discoFeature: (text) => DISCO[anonymityOf(text)],
  },
);

function anonymityOf(text: string): Anonymity {
  return anonymity.read(text);
}

/** Whether somebody of this affiliation is shown the occupants' JIDs (§8.3). */
export function jidsVisible(config: RoomConfig, viewer: Affiliation): boolean {
  const setting = config.get(anonymity);
  return setting === 'nonanonymous' || (setting === 'semianonymous' && affiliationMay(viewer, 'viewJids'));
}
