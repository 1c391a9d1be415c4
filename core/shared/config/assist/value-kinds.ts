/** Values whose items have entries of their own in the catalogue. */
import { entriesOf } from '../catalogue/catalogue.js';
import type { CatalogueEntry } from '../catalogue/entry.js';
import { CONFIG_TYPE_KEY } from '../config-type.js';
import { SM_PLUGINS_KEY } from '../sm-plugins.js';

/** `+id`, `-id=4`: the sign in front of a plugin, and the number of its threads (§2.8). */
const PLUGIN_ITEM = /^\s*[+-]?(.*?)(=\d*)?$/s;

/** The entry that one item of a key's value names: a plugin of `--sm-plugins`, a config-type. */
export function entryForItem(key: string, item: string): CatalogueEntry | undefined {
  if (key === CONFIG_TYPE_KEY) return entriesOf('config-type').find(({ name }) => name === item);
  if (key !== SM_PLUGINS_KEY) return undefined;
  const id = PLUGIN_ITEM.exec(item)?.[1];
  return entriesOf('plugin').find(({ name }) => name === id);
}

/** What can be written as an item, with its entry; undefined: the key's own grammar says it. */
export function itemProposals(key: string): { text: string; entry: CatalogueEntry }[] | undefined {
  if (key === CONFIG_TYPE_KEY) return entriesOf('config-type').map((entry) => ({ text: entry.name, entry }));
  if (key !== SM_PLUGINS_KEY) return undefined;
  return ['+', '-'].flatMap((sign) =>
    entriesOf('plugin').map((entry) => ({ text: sign + entry.name, entry })),
  );
}
