/** What can be written where the cursor stands: completion of keys and values in an editor. */
import type { CatalogueEntry } from '../catalogue/entry.js';
import { entryForKey, keyCompletions, valueCompletions, type FileSoFar } from '../catalogue/lookup.js';
import { parseInitProperties, type PropertyEntry } from '../init-properties.js';
import type { Place } from '../property-lines.js';
import type { SourceRange } from '../source-range.js';
import { cursorPlace, itemAt, wholeValue, type ItemAtCursor } from './cursor-place.js';
import { itemProposals } from './value-kinds.js';

export interface Proposal {
  /** What it shows. */
  label: string;
  /** What is written into the range. */
  insert: string;
  entry: CatalogueEntry;
}

export interface Proposals {
  what: 'key' | 'value';
  /** What an accepted proposal replaces. */
  range: SourceRange;
  proposals: Proposal[];
}

/**
 * @param components loaded by the process, for settings of each
 * @returns undefined where nothing can be proposed
 */
export function proposalsAt(
  text: string,
  cursor: Place,
  components: FileSoFar['components'],
): Proposals | undefined {
  const file = parseInitProperties('', text);
  const place = cursorPlace(file, text, cursor);
  if (place?.at === 'value') return valuesAt(place.entry, cursor);
  if (place === undefined) return undefined;
  const { entry: current, range } = place;
  const keys = file.entries.filter((entry) => entry !== current).map(({ key }) => key);
  const ending = current === undefined || current.value === '' ? ' = ' : '';
  const proposals = keyCompletions({ keys, components }).map(({ text: key, entry }) => ({
    label: key,
    insert: escapedKey(key) + ending,
    entry,
  }));
  return { what: 'key', range: ending === '' ? range : throughSeparator(range, current), proposals };
}

/** A key that has no value yet is replaced with the separator behind it. */
function throughSeparator(range: SourceRange, entry: PropertyEntry | undefined): SourceRange {
  if (!entry) return range;
  const { line, column } = entry.valueRange;
  return { ...range, endLine: line, endColumn: column };
}

/** What would end a key is escaped (§1.1). */
function escapedKey(key: string): string {
  return key.replaceAll(/[:= ]/g, '\\$&');
}

function valuesAt(property: PropertyEntry, cursor: Place): Proposals | undefined {
  const entry = entryForKey(property.key);
  if (!entry) return undefined;
  const separator = entry.grammar.type === 'list' ? entry.grammar.separator : undefined;
  const ofKey = itemProposals(property.key);
  const item = itemUnder(property, separator ?? (ofKey && ','), cursor);
  const found = ofKey ?? valueCompletions(entry);
  if (found.length === 0) return undefined;
  const proposals = found.map(({ text, entry: about }) => ({ label: text, insert: text, entry: about }));
  return { what: 'value', range: item.range, proposals };
}

function itemUnder(property: PropertyEntry, separator: string | undefined, cursor: Place): ItemAtCursor {
  return separator === undefined ? wholeValue(property) : itemAt(property, separator, cursor);
}
