/**
 * What one entry of the configuration catalogue says. The catalogue is the only source of what the linter, the editor's
 * completion and hover, and `docs/properties.md` know about a name that can stand in a configuration.
 */
import type { ValueGrammar } from './value-grammar.js';

/** Versions of Tigase whose facts differ. */
export const TIGASE_VERSIONS = ['5.1', '5.2', '7.0', '7.1'] as const;
export type TigaseVersion = (typeof TIGASE_VERSIONS)[number];

/** One sentence in both languages; the compiler misses the second. */
export interface Wording {
  en: string;
  zh: string;
}

/** What the lab does with an entry. */
export type Treatment =
  /** Changes what runs; `scenario` (path in the repository) fails when the lab ignores it. */
  | { as: 'modelled'; scenario: string }
  /** Validated and explained; changes nothing that runs. */
  | { as: 'checked' }
  /** Has no meaning in a lab. */
  | { as: 'not-applicable' }
  /** Will change what runs, once that part of the lab is built. */
  | { as: 'not-yet' };

export const CATALOGUE_KINDS = [
  'property',
  'setting',
  'config-type',
  'plugin',
  'muc-setting',
  'room-field',
  'error-code',
] as const;
export type CatalogueKind = (typeof CATALOGUE_KINDS)[number];

/** What the server does with a value that does not fit its grammar. */
export type BadValue =
  /** Takes the default instead, without a word. */
  | 'default'
  /** Fails with an exception; what needs the value does not start. */
  | 'exception'
  /** Reads it differently from what it seems to say; `notes` tell how. */
  | 'misread';

export interface CatalogueEntry {
  kind: CatalogueKind;
  /** As it is written in a file; what varies is a word in capitals (`placeholders.ts`): `--comp-name-N`. */
  name: string;
  meaning: Wording;
  grammar: ValueGrammar;
  /** Type marker that belongs behind the key of a component setting: `B` for `cl-comp/compress-stream[B]`. */
  marker?: string;
  /** Undefined: nobody knows, or nothing. */
  badValue?: BadValue;
  /** What holds when it is not written, as a value or as words; undefined: nothing holds. */
  byDefault?: string | Wording;
  /** First and last version that reads it; undefined: all of them. */
  since?: TigaseVersion;
  until?: TigaseVersion;
  /** Components that read it, by their usual names (`c2s`, `sess-man`); `*` is every component. */
  usedBy: readonly string[];
  /** What else must be known: bugs, traps, differences between versions. */
  notes?: readonly Wording[];
  /** Sections of the fact sheet, without the sign: `2.3`. */
  facts: readonly string[];
  treatment: Treatment;
}
