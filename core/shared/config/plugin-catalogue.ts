/** Plugins of the session manager at 5.2 (§3.1, §3.2), as the catalogue has them. */
import { TIGASE_PLUGINS } from './catalogue/plugins/all.js';
import type { TigaseVersion } from './catalogue/entry.js';

export interface PluginInfo {
  id: string;
  /** Java class with its package. */
  className: string;
  /** On without any `--sm-plugins`. */
  byDefault: boolean;
  /** Comes with a jar of its own (pubsub, message-archive). */
  addOn: boolean;
}

export const PLUGIN_CATALOGUE: readonly PluginInfo[] = TIGASE_PLUGINS.map(
  ({ name, className, onByDefault, addOn }) => ({ id: name, className, byDefault: onByDefault, addOn }),
);

const BY_ID: ReadonlyMap<string, PluginInfo> = new Map(PLUGIN_CATALOGUE.map((plugin) => [plugin.id, plugin]));

/** Ids of the default-on set in Tigase's order. */
export const DEFAULT_PLUGIN_IDS: readonly string[] = PLUGIN_CATALOGUE.filter(
  ({ byDefault }) => byDefault,
).map(({ id }) => id);

/** What other versions have on by default more, and less, than 5.2 (§3.1). */
const DIFFERENT_DEFAULTS: Readonly<Record<TigaseVersion, { more: string[]; less: string[] }>> = {
  '5.1': { more: ['pep'], less: ['zlib', 'message-carbons'] },
  '5.2': { more: [], less: [] },
  '7.0': { more: [], less: [] },
  '7.1': {
    more: ['presence-state', 'presence-subscription', 'vcard-xep-0292', 'urn:xmpp:time', 'urn:xmpp:csi:0'],
    less: ['presence'],
  },
};

/** The default-on set of a version. */
export function defaultPluginIds(version: TigaseVersion): Set<string> {
  const { more, less } = DIFFERENT_DEFAULTS[version];
  return new Set([...DEFAULT_PLUGIN_IDS.filter((id) => !less.includes(id)), ...more]);
}

/** What is known of a plugin id; undefined when no Tigase has it. */
export function findPlugin(id: string): PluginInfo | undefined {
  return BY_ID.get(id);
}

/** Whether Tigase's own jar has the plugin (add-on jars do not count). */
export function isImplementedPlugin(id: string): boolean {
  return BY_ID.get(id)?.addOn === false;
}
