import { findEntry } from '#core/shared/config/init-properties.js';
import { editDistance } from '#core/shared/config/known-properties.js';
import { DEFAULT_PLUGIN_IDS, findPlugin, PLUGIN_CATALOGUE } from '#core/shared/config/plugin-catalogue.js';
import { parseSmPlugins, SM_PLUGINS_KEY, type PluginItem } from '#core/shared/config/sm-plugins.js';
import type { Finding } from '../finding.js';
import { finding, perNode, type LintNode } from '../topology-view.js';

/** Beyond two slips an id is somebody's own rather than misspelt. */
const MOST_SLIPS = 2;

/** C16: an id that no plugin has, but nearly; Tigase skips it silently. */
export const pluginMisspelt = perNode(['C16'], (node) =>
  forItems(node, (item) => {
    const suggestion = nearPlugin(item.id);
    if (suggestion === undefined) return [];
    const params = { plugin: item.id, suggestion };
    return [
      finding('C16', 'warning', item.source, params, { fix: { range: item.idRange, newText: suggestion } }),
    ];
  }),
);

/** C21: `-id` of a plugin that is not in the default set takes nothing away. */
export const removalWithoutEffect = perNode(['C21'], (node) =>
  forItems(node, (item, before) => {
    if (item.action !== 'remove' || before.has(item.id) || nearPlugin(item.id) !== undefined) return [];
    return [finding('C21', 'info', item.source, { plugin: item.id })];
  }),
);

/** C22 for plugins: an id that needs a jar which is not part of the server. */
export const pluginFromOtherJar = perNode(['C22'], (node) =>
  forItems(node, (item) => {
    const known = findPlugin(item.id);
    const foreign =
      known === undefined ? nearPlugin(item.id) === undefined && item.id.trim() !== '' : known.addOn;
    if (item.action !== 'add' || !foreign || item.id !== item.id.trim()) return [];
    return [finding('C22', 'info', item.source, { variant: 'plugin', name: item.id })];
  }),
);

type CheckItem = (item: PluginItem, before: ReadonlySet<string>) => Finding[];

function forItems(node: LintNode, check: CheckItem): Finding[] {
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

function nearPlugin(id: string): string | undefined {
  if (findPlugin(id) !== undefined || findPlugin(id.trim()) !== undefined) return undefined;
  return PLUGIN_CATALOGUE.find((plugin) => editDistance(id, plugin.id, MOST_SLIPS + 1) <= MOST_SLIPS)?.id;
}
