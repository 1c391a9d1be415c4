/** `--sm-plugins`: left to right on an ordered set that starts with the default list; nothing is trimmed (§2.8). */
import { findEntry, rangeInValue, splitValue, valueOf } from './init-properties.js';
import type { PropertiesFile, PropertyEntry, ValuePart } from './init-properties.js';
import { DEFAULT_PLUGIN_IDS } from './plugin-catalogue.js';
import type { SourceRange } from './source-range.js';

export const SM_PLUGINS_KEY = '--sm-plugins';

export interface PluginItem {
  /** A bare id means the same as `+id`. */
  action: 'add' | 'remove';
  /** Compared literally: blanks count, and `-x=4` names an id that nobody has. */
  id: string;
  /** Threads of `+id=N`; undefined when absent or not a number. */
  threads?: number;
  source: SourceRange;
  /** The id alone, without sign and threads. */
  idRange: SourceRange;
}

/** Items of one line in their order. An empty item, which stops Tigase ≤ 7.0 at start-up, is left out. */
export function parseSmPlugins(entry: PropertyEntry): PluginItem[] {
  const items: PluginItem[] = [];
  for (const part of splitValue(entry, ',')) {
    if (part.text !== '') items.push(readItem(entry, part));
  }
  return items;
}

function readItem(entry: PropertyEntry, part: ValuePart): PluginItem {
  const signed = part.text.startsWith('-') || part.text.startsWith('+') ? 1 : 0;
  const body = part.text.slice(signed);
  const idRange = (id: string) => rangeInValue(entry, part.from + signed, part.from + signed + id.length);
  if (part.text.startsWith('-'))
    return { action: 'remove', id: body, source: part.range, idRange: idRange(body) };
  const [id, threads] = splitAtFirst(body);
  const count = /^\d{1,6}$/.test(threads) ? { threads: Number(threads) } : {};
  return { action: 'add', id, ...count, source: part.range, idRange: idRange(id) };
}

/** The plugin ids of a process in the order of Tigase's set. */
export function pluginsOf(file: PropertiesFile): string[] {
  const entry = findEntry(file, SM_PLUGINS_KEY);
  const ids = new Set(defaultPlugins(file));
  for (const item of entry === undefined ? [] : parseSmPlugins(entry)) {
    if (item.action === 'add') ids.add(item.id);
    else ids.delete(item.id);
  }
  return [...ids];
}

/** §2.1 `--auth-db`: any other connector takes `jabber:iq:register` out of the default set. */
const AUTH_DB_WITH_REGISTER = ['mysql', 'pgsql', 'derby', 'sqlserver', 'tigase-auth'];

function defaultPlugins(file: PropertiesFile): readonly string[] {
  const authDb = valueOf(file, '--auth-db');
  if (authDb === undefined || AUTH_DB_WITH_REGISTER.includes(authDb)) return DEFAULT_PLUGIN_IDS;
  return DEFAULT_PLUGIN_IDS.filter((id) => id !== 'jabber:iq:register');
}

function splitAtFirst(text: string): [string, string] {
  const at = text.indexOf('=');
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
