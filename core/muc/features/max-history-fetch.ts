import type { RoomConfig } from '../room-config.js';
import { textFeature } from './feature.js';

const STANDARD = 50;

/** §8.8: the most messages that a joiner is shown. */
export const maxHistoryFetch = textFeature(
  { field: 'muc#maxhistoryfetch', label: 'Most messages shown on entering', standard: String(STANDARD) },
  { normalise: (text) => (/^\s*\d{1,9}\s*$/.test(text) ? text.trim() : undefined) },
);

/** The most messages, as a number. */
export function historyCap(config: RoomConfig): number {
  const text = config.get(maxHistoryFetch);
  return /^\d+$/.test(text) ? Number(text) : STANDARD;
}
