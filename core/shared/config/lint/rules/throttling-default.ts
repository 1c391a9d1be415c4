/** Whether the limits of server-to-server and component links are the ones that a bug leaves in force (§2.4). */
import { findEntry } from '#core/shared/config/init-properties.js';
import type { LintNode } from '../topology-view.js';

export const HT_THROTTLING_KEY = '--cm-ht-traffic-throttling';

export function isThrottledByDefault(node: LintNode): boolean {
  return findEntry(node.file, HT_THROTTLING_KEY) === undefined;
}
