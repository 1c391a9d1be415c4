/** Walks `--sm-plugins` as Tigase does: item by item, over the set that is on so far (§2.8). */
import { findEntry } from '#core/shared/config/init-properties.js';
import { editDistance } from '#core/shared/config/nearest-name.js';
import { DEFAULT_PLUGIN_IDS, findPlugin, PLUGIN_CATALOGUE } from '#core/shared/config/plugin-catalogue.js';
import { parseSmPlugins, SM_PLUGINS_KEY, type PluginItem } from '#core/shared/config/sm-plugins.js';
import type { Report } from '#core/shared/config/lint/lint-rule.js';
import type { LintNode } from '#core/shared/config/lint/topology-view.js';

/** Beyond two slips an id is somebody's own rather than misspelt. */
const MOST_SLIPS = 2;

/** What a check says of every item; `before` is the set of ids that are on when Tigase comes to it. */
export function forPluginItems(
  node: LintNode,
  check: (item: PluginItem, before: ReadonlySet<string>) => Report[],
): Report[] {
  const entry = findEntry(node.file, SM_PLUGINS_KEY);
  if (entry === undefined) return [];
  const ids = new Set(DEFAULT_PLUGIN_IDS);
  return parseSmPlugins(entry).flatMap((item) => {
    const found = check(item, ids);
    if (item.action === 'add') ids.add(item.id);
    else ids.delete(item.id);
    return found;
  });
}

/** The id that an unknown one was most likely meant to be; undefined when it is known, or like no other. */
export function nearPlugin(id: string): string | undefined {
  if (findPlugin(id) !== undefined || findPlugin(id.trim()) !== undefined) return undefined;
  return PLUGIN_CATALOGUE.find((plugin) => editDistance(id, plugin.id, MOST_SLIPS + 1) <= MOST_SLIPS)?.id;
}
