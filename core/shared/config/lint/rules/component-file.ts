/** Whether a file is one of an external component's process, by what it says rather than by its config-type. */
import { EXTERNAL_KEY, parseExternal } from '#core/shared/config/external.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import type { LintNode } from '#core/shared/config/lint/topology-view.js';

/** The set with nothing but the manager of component links (§1.4). */
export const COMPONENT_CONFIG_TYPE = '--gen-config-comp';

/** Nodes of a cluster are servers; other files that dial are components'. */
export function dialsAsComponent({ file, process }: LintNode): boolean {
  const entry = findEntry(file, EXTERNAL_KEY);
  if (entry === undefined || process.clusterMode) return false;
  return parseExternal(entry).some(({ item }) => item.type === 'connect');
}
