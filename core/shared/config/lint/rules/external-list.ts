/** `--external` as it is written: also the items that a later one for the same domain replaces (§2.5). */
import { EXTERNAL_KEY, parseExternal, type ExternalItemSource } from '#core/shared/config/external.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import type { LintNode } from '../topology-view.js';

/** Every item of the line; none when nothing loaded reads it. */
export function writtenExternals(node: LintNode): ExternalItemSource[] {
  const entry = findEntry(node.file, EXTERNAL_KEY);
  return entry === undefined || node.externals.length === 0 ? [] : parseExternal(entry);
}
