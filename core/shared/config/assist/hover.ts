/** What there is to know of the name under the pointer. */
import { entryForKey } from '../catalogue/lookup.js';
import { describeEntry, type EntryDescription } from '../catalogue/describe.js';
import { parseInitProperties } from '../init-properties.js';
import type { Language } from '#core/shared/text/render.js';
import type { Place } from '../property-lines.js';
import type { SourceRange } from '../source-range.js';
import { cursorPlace, itemAt } from './cursor-place.js';
import { entryForItem } from './value-kinds.js';

export interface Hover {
  /** The name that it is about. */
  range: SourceRange;
  about: EntryDescription;
}

/** Of a key, or of an item that has an entry of its own; undefined where there is nothing to say. */
export function hoverAt(text: string, cursor: Place, lang: Language): Hover | undefined {
  const place = cursorPlace(parseInitProperties('', text), text, cursor);
  if (place?.entry === undefined) return undefined;
  const { key, keyRange } = place.entry;
  if (place.at === 'key') {
    const entry = entryForKey(key);
    return entry && { range: keyRange, about: describeEntry(entry, lang) };
  }
  const item = itemAt(place.entry, ',', cursor);
  const entry = entryForItem(key, item.text);
  return entry && { range: item.range, about: describeEntry(entry, lang) };
}
