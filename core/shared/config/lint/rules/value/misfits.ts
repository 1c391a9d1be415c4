/** Values that do not fit what the catalogue says of their key, for the rules that say what comes of it. */
import { correctionOf, takenInstead } from '#core/shared/config/catalogue/correction.js';
import { entryForKey } from '#core/shared/config/catalogue/lookup.js';
import { misfitOf, type Misfit } from '#core/shared/config/catalogue/misfit.js';
import type { CatalogueEntry } from '#core/shared/config/catalogue/entry.js';
import { wordsOf } from '#core/shared/config/catalogue/value-grammar.js';
import { CONFIG_TYPE_KEY, isTrueWord } from '#core/shared/config/config-type.js';
import {
  splitValue,
  type PropertiesFile,
  type PropertyEntry,
  type ValuePart,
} from '#core/shared/config/init-properties.js';
import type { Finding } from '#core/shared/config/lint/finding.js';
import type { LintNode } from '#core/shared/config/lint/topology-view.js';

export interface FoundMisfit {
  known: CatalogueEntry;
  misfit: Misfit;
  part: ValuePart;
  params: Finding['params'];
  /** What it was most likely meant to be, or else what Tigase takes in its place; undefined: nobody knows. */
  instead: string | undefined;
}

/** Several rules ask for the same file. */
const found = new WeakMap<PropertiesFile, FoundMisfit[]>();

/** Every value, or item of a list, that does not fit. What C1 and C13 say is left to them, and an empty value to nobody. */
export function misfitsOf({ file }: LintNode): FoundMisfit[] {
  const misfits = found.get(file) ?? misfitsIn(file);
  found.set(file, misfits);
  return misfits;
}

function misfitsIn(file: PropertiesFile): FoundMisfit[] {
  return file.entries.flatMap((entry) => {
    const known = entryForKey(entry.key);
    if (known === undefined || entry.key === CONFIG_TYPE_KEY || entry.value === '') return [];
    return partsOf(known, entry).flatMap((part) => misfitAt(known, entry.key, part) ?? []);
  });
}

function partsOf({ grammar }: CatalogueEntry, entry: PropertyEntry): ValuePart[] {
  if (grammar.type === 'list') return splitValue(entry, grammar.separator);
  return [{ text: entry.value, from: 0, range: entry.valueRange }];
}

function misfitAt(known: CatalogueEntry, key: string, part: ValuePart): FoundMisfit | undefined {
  const grammar = known.grammar.type === 'list' ? known.grammar.of : known.grammar;
  const isExact = grammar.type === 'port' && grammar.exact === true;
  const value = isExact ? part.text : part.text.trim();
  const misfit = misfitOf(grammar, value);
  if (misfit === undefined || (misfit === 'boolean' && isTrueWord(value))) return undefined;
  const limits = grammar.type === 'integer' ? { min: grammar.min ?? '–∞', max: grammar.max ?? '∞' } : {};
  const words = (grammar.type === 'boolean' ? grammar.trueWords : wordsOf(grammar)).join(', ');
  const instead = correctionOf(grammar, value) ?? takenInstead(known);
  return { known, misfit, part, params: { variant: misfit, key, value, words, ...limits }, instead };
}
