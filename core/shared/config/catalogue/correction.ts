/** What a value that does not fit its grammar was most likely meant to be: only where a single one is obvious. */
import { editDistance } from '../nearest-name.js';
import type { CatalogueEntry } from './entry.js';
import { misfitOf } from './misfit.js';
import type { ValueGrammar } from './value-grammar.js';

/** Thousands set apart: `5,222`, `5 222`, `5'222`, `5_222`. A point may be a decimal one. */
const GROUPED = /^[+-]?\d{1,3}(?:([,' _])\d{3})(?:\1\d{3})*$/;
/** A number with its size behind it: `20 m`, `64kb`, `20 MiB`. */
const SIZE_WITH_UNIT = /^(\d+) ?([kmg])(?:i?b|bytes?)?$/i;
/** A Java long as Java writes it. */
const JAVA_LONG = /^([+-]?\d+) ?l$/i;
const FALSE_WORDS = ['false', 'no', 'off'];

/** @returns a value that fits; undefined when there is none, or several that are as likely */
export function correctionOf(grammar: ValueGrammar, text: string): string | undefined {
  const bare = text.trim();
  const candidates = bare === text ? candidatesFor(grammar, text) : [bare, ...candidatesFor(grammar, bare)];
  const [only, ...others] = new Set(candidates.filter((each) => misfitOf(grammar, each) === undefined));
  return others.length > 0 ? undefined : only;
}

/** What Tigase takes in place of a value that it cannot read; undefined: nothing that could be written. */
export function takenInstead({ badValue, byDefault, grammar }: CatalogueEntry): string | undefined {
  if (badValue !== 'default' || typeof byDefault !== 'string' || byDefault === '') return undefined;
  // An item of a list has no default of its own.
  if (grammar.type === 'list') return undefined;
  return misfitOf(grammar, byDefault) === undefined ? byDefault : undefined;
}

function candidatesFor(grammar: ValueGrammar, text: string): string[] {
  switch (grammar.type) {
    case 'boolean':
      return alike([...grammar.trueWords, ...FALSE_WORDS], text);
    case 'choice':
      return alike(grammar.values, text);
    case 'integer':
    case 'port':
      return plainNumber(text);
    case 'size':
      return [...plainNumber(text), ...plainSize(text)];
    default:
      return [];
  }
}

/** Words in another case; or else longer ones that differ by one letter, or by the order of theirs. */
function alike(words: readonly string[], text: string): string[] {
  const small = text.toLowerCase();
  const same = words.filter((word) => word.toLowerCase() === small);
  if (same.length > 0) return same;
  return words.filter(
    (word) =>
      word.length > 2 && (editDistance(small, word.toLowerCase(), 2) < 2 || letters(word) === letters(text)),
  );
}

function letters(word: string): string {
  return [...word.toLowerCase()].sort().join('');
}

function plainNumber(text: string): string[] {
  if (GROUPED.test(text)) return [text.replaceAll(/[,' _]/g, '')];
  const long = JAVA_LONG.exec(text)?.[1];
  return long === undefined ? [] : [long];
}

function plainSize(text: string): string[] {
  const [, number, unit] = SIZE_WITH_UNIT.exec(text) ?? [];
  return number === undefined || unit === undefined ? [] : [`${number}${unit.toLowerCase()}`];
}
