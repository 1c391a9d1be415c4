/** Whether the limits of server-to-server and component links are the ones that a bug leaves in force (§2.4). */
import { findEntry } from '#core/shared/config/init-properties.js';
import type { SourceRange } from '#core/shared/config/source-range.js';
import { addingLines } from '../fixes.js';
import { report, until, type Report } from '../lint-rule.js';
import type { LintNode } from '../topology-view.js';

const KEY = '--cm-ht-traffic-throttling';

/** What the default was meant to be. */
const INTENDED = `${KEY} = xmpp:25m:0:disc,bin:20000m:0:disc`;

/** 7.1 has the intended default. */
export const VERSIONS_WITH_BUG = until('7.0');

/** The finding at `range`, unless the process has limits of its own. */
export function throttledByDefault(node: LintNode, range: SourceRange): Report[] {
  if (findEntry(node.file, KEY) !== undefined) return [];
  return [report('warning', range, { process: node.process.name }, addingLines(range, [INTENDED]))];
}
