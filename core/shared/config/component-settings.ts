/** Component setting lines `comp/[node/…]key[T]=value` (§1.2). */
import { rangeInKey, type PropertiesFile, type PropertyEntry } from './init-properties.js';
import type { SourceRange } from './source-range.js';

export interface ComponentSetting {
  entry: PropertyEntry;
  component: string;
  /** `comp/node/key` without the type marker. */
  path: string;
  /** Letter of the type marker: `S s B b I i L l`; undefined when there is none. */
  type: string | undefined;
  /** What Tigase 5.2 understands: a typed value ends at its first `=`. */
  value: string;
}

/** The three classes of keys of §1.1; `broken` makes Tigase give up at start-up. */
export type KeyClass = 'init-property' | 'setting' | 'broken';

/** Which class a key belongs to. */
export function keyClass(key: string): KeyClass {
  if (key.startsWith('-') || key === 'config-type') return 'init-property';
  return key.includes('/') ? 'setting' : 'broken';
}

const TYPED_KEY = /^(.*)\[([LISBlisb])\]$/s;

/** Reads one line; undefined when the key is not one of a component setting. */
export function readComponentSetting(entry: PropertyEntry): ComponentSetting | undefined {
  if (keyClass(entry.key) !== 'setting') return undefined;
  const typed = TYPED_KEY.exec(entry.key);
  const path = typed?.[1] ?? entry.key;
  const component = path.slice(0, path.indexOf('/'));
  // §1.2, last bug: a typed line is split at `=` once more.
  const value = typed === null ? entry.value : (entry.value.split('=')[0] ?? '');
  return { entry, component, path, type: typed?.[2], value };
}

/** Where the name of the component stands in its key. */
export function componentRange({ entry, component }: ComponentSetting): SourceRange {
  return rangeInKey(entry, 0, component.length);
}

/** Where the path stands in its key: all of it but the type marker. */
export function pathRange({ entry, path }: ComponentSetting): SourceRange {
  return rangeInKey(entry, 0, path.length);
}

/** All settings of a file, path → value; the last one wins. */
export function readComponentSettings(file: PropertiesFile): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const entry of file.entries) {
    const setting = readComponentSetting(entry);
    if (setting !== undefined) settings[setting.path] = setting.value;
  }
  return settings;
}
