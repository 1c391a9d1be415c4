/** Looking things up in the catalogue: the entry of a key, and what an editor offers. Pure functions over plain data. */
import { CATALOGUE } from './catalogue.js';
import type { CatalogueEntry } from './entry.js';
import { fixedLength, isVariable, patternOf } from './placeholders.js';
import { wordsOf } from './value-grammar.js';

/** Kinds whose names are keys of a file. */
const KEY_KINDS: ReadonlySet<string> = new Set(['property', 'setting', 'muc-setting']);
const KEY_ENTRIES = CATALOGUE.filter(({ kind }) => KEY_KINDS.has(kind));

const FIXED: ReadonlyMap<string, CatalogueEntry> = new Map(
  KEY_ENTRIES.filter(({ name }) => !isVariable(name)).map((entry) => [entry.name, entry]),
);

/** Variable names, those that say more first. */
const VARIABLE = KEY_ENTRIES.filter(({ name }) => isVariable(name))
  .map((entry) => ({ entry, pattern: patternOf(entry.name) }))
  .sort((left, right) => fixedLength(right.entry.name) - fixedLength(left.entry.name));

const TYPE_MARKER = /\[[LISBFDlisbfd]\]$/;

/**
 * The entry that a key of a file stands for: `--comp-name-3`, `--user-db-uri[example.org]`, `c2s/watchdog_delay[L]`.
 * @returns undefined for a key that the catalogue does not know
 */
export function entryForKey(key: string): CatalogueEntry | undefined {
  const bare = key.includes('/') ? key.replace(TYPE_MARKER, '') : key;
  return FIXED.get(bare) ?? VARIABLE.find(({ pattern }) => pattern.test(bare))?.entry;
}

/** One thing that may be written at a place. */
export interface Completion {
  /** The text to insert. */
  text: string;
  /** What it is: a key's entry, or the entry whose value it is. */
  entry: CatalogueEntry;
}

/** What a file has already, as far as completion asks. */
export interface FileSoFar {
  /** Keys as they are written. */
  keys: readonly string[];
  /** The loaded components. */
  components: readonly { name: string; className: string }[];
}

/** Keys that can still be written. A numbered one comes with the next number, a component's setting once a component. */
export function keyCompletions({ keys, components }: FileSoFar): Completion[] {
  const written = new Set(keys.map((key) => key.replace(TYPE_MARKER, '')));
  return KEY_ENTRIES.flatMap((entry) =>
    keysOf(entry, written, components)
      .filter((key) => !written.has(key))
      .map((key) => ({ text: withMarker(entry, key), entry })),
  );
}

function keysOf(
  { name, usedBy }: CatalogueEntry,
  written: ReadonlySet<string>,
  components: FileSoFar['components'],
): string[] {
  if (/[-_]N$/.test(name)) return [nextNumber(name.slice(0, -1), written)];
  if (!/(^|--)NAME\b/.test(name)) return [name];
  return components
    .filter((component) => usedBy.includes(component.name) || usedBy.includes(component.className))
    .map((component) => name.replace('NAME', component.name));
}

function nextNumber(stem: string, written: ReadonlySet<string>): string {
  let number = 1;
  while (written.has(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}

function withMarker({ marker }: CatalogueEntry, key: string): string {
  return marker === undefined ? key : `${key}[${marker}]`;
}

/** Values, or items of a list value, that an entry's grammar or default names. */
export function valueCompletions(entry: CatalogueEntry): Completion[] {
  const texts = new Set(wordsOf(entry.grammar));
  if (typeof entry.byDefault === 'string' && entry.byDefault !== '') texts.add(entry.byDefault);
  return [...texts].map((text) => ({ text, entry }));
}
