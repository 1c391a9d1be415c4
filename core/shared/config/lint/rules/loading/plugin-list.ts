/** Walks `--sm-plugins` as Tigase does: item by item, over the set that is on so far (§2.8). */
import type { TigaseVersion } from '#core/shared/config/catalogue/entry.js';
import { findEntry, type PropertyEntry } from '#core/shared/config/init-properties.js';
import { editDistance } from '#core/shared/config/nearest-name.js';
import { defaultPluginIds, findPlugin, PLUGIN_CATALOGUE } from '#core/shared/config/plugin-catalogue.js';
import { parseSmPlugins, SM_PLUGINS_KEY, type PluginItem } from '#core/shared/config/sm-plugins.js';
import { withoutItem } from '#core/shared/config/lint/entry-fixes.js';
import type { Report } from '#core/shared/config/lint/lint-rule.js';
import type { LintNode } from '#core/shared/config/lint/topology-view.js';

/** Beyond two slips an id is somebody's own rather than misspelt. */
const MOST_SLIPS = 2;

/** What a check says of every item; `before` is the set of ids that are on when Tigase comes to it. */
export function forPluginItems(
  node: LintNode,
  profile: TigaseVersion,
  check: (item: PluginItem, before: ReadonlySet<string>) => Report[],
): Report[] {
  const ids = defaultPluginIds(profile);
  return pluginItems(node, profile).flatMap((item) => {
    const found = check(item, ids);
    apply(ids, item);
    return found;
  });
}

/** The fix that takes an item out of the list. */
export function withoutPlugin(node: LintNode, { source }: PluginItem): Pick<Report, 'fix'> {
  const entry = findEntry(node.file, SM_PLUGINS_KEY);
  return entry === undefined ? {} : withoutItem(entry, source);
}

/** The ids that are on in the end. */
export function pluginsOn(node: LintNode, profile: TigaseVersion): ReadonlySet<string> {
  const ids = defaultPluginIds(profile);
  for (const item of pluginItems(node, profile)) apply(ids, item);
  return ids;
}

/** Several rules walk the same list, which may be a long one. */
const parsed = new WeakMap<PropertyEntry, PluginItem[]>();

/** 7.1 trims the items, so that the sign comes first again; no other version does. */
function pluginItems(node: LintNode, profile: TigaseVersion): PluginItem[] {
  const entry = findEntry(node.file, SM_PLUGINS_KEY);
  if (entry === undefined) return [];
  const items = parsed.get(entry) ?? parseSmPlugins(entry);
  parsed.set(entry, items);
  return profile === '7.1' ? items.map(trimmed) : items;
}

function trimmed(item: PluginItem): PluginItem {
  const id = item.id.trim();
  // A blank before the sign has made the sign a part of the id.
  const signed = id === item.id ? '' : (/^[+-]/u.exec(id)?.[0] ?? '');
  return { ...item, action: signed === '-' ? 'remove' : item.action, id: id.slice(signed.length) };
}

function apply(ids: Set<string>, item: PluginItem): void {
  if (item.action === 'add') ids.add(item.id);
  else ids.delete(item.id);
}

/** The id that an unknown one was most likely meant to be; undefined when it is known, or like no other. */
export function nearPlugin(id: string): string | undefined {
  // Blanks around it are C14's business.
  if (findPlugin(id) !== undefined || id !== id.trim()) return undefined;
  return PLUGIN_CATALOGUE.find((plugin) => editDistance(id, plugin.id, MOST_SLIPS + 1) <= MOST_SLIPS)?.id;
}
