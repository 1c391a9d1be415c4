/** Every plugin of the session manager. */
import type { CatalogueEntry } from '../entry.js';
import { ADD_ON_PLUGINS } from './add-on.js';
import { DEFAULT_ON_PLUGINS } from './default-on.js';
import { OPTIONAL_PLUGINS } from './optional.js';
import { OWNER_PLUGINS } from './owner.js';
import type { PluginEntry } from './plugin-entry.js';

/** Those of Tigase and its add-ons: the default set in its order, then the others. */
export const TIGASE_PLUGINS: readonly PluginEntry[] = [
  ...DEFAULT_ON_PLUGINS,
  ...OPTIONAL_PLUGINS,
  ...ADD_ON_PLUGINS,
];

export const PLUGINS: readonly CatalogueEntry[] = [...TIGASE_PLUGINS, ...OWNER_PLUGINS];
