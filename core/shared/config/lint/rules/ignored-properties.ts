/** Properties that Tigase still reads and does nothing with: whatever stands there, it is as wrong as it is right. */
import type { TigaseVersion } from '#core/shared/config/catalogue/entry.js';
import { since } from '#core/shared/config/lint/lint-rule.js';

export const CONNECT_ALL_KEY = '--cluster-connect-all';

/** From 5.2.0 on every node dials every other one (§2.3). */
export const CONNECT_ALL_IGNORED = since('5.2');

/** Whether the value of a property means nothing in a version; K25 says so of the key. */
export function isIgnored(key: string, profile: TigaseVersion): boolean {
  return key === CONNECT_ALL_KEY && CONNECT_ALL_IGNORED.includes(profile);
}
