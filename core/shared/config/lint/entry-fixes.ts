/** Quick fixes of whole lines of a properties file. */
import { printKey } from '../edit/print-properties.js';
import { findEntry, type PropertiesFile, type PropertyEntry } from '../init-properties.js';
import type { SourceRange } from '../source-range.js';
import type { Finding, TextEdit } from './finding.js';
import { removing, replacing } from './fixes.js';

/** Gives a key another name, unless the file has that name already. */
export function renaming(
  file: PropertiesFile,
  { keyRange }: PropertyEntry,
  key: string | undefined,
): Pick<Finding, 'fix'> {
  return key === undefined || findEntry(file, key) !== undefined ? {} : replacing(keyRange, printKey(key));
}

/** Takes one item of a list away with the comma beside it; the whole entry with the last item. */
export function withoutItem(entry: PropertyEntry, item: SourceRange): Pick<Finding, 'fix'> {
  const { line, column, endLine, endColumn } = entry.valueRange;
  // Over several lines the comma may stand elsewhere.
  if (line !== endLine) return {};
  if (item.column > column) return removing({ ...item, column: item.column - 1 }, 'item');
  const isOnly = item.endColumn === endColumn;
  if (isOnly) return removing(withoutEntry(entry).range, 'entry');
  return removing({ ...item, endColumn: item.endColumn + 1 }, 'item');
}

/** The edit that takes an entry away; its lines stay, empty, so that the others keep their numbers. */
export function withoutEntry({ keyRange, valueRange }: PropertyEntry): TextEdit {
  const { endLine, endColumn } = valueRange;
  return { range: { ...keyRange, endLine, endColumn }, newText: '' };
}
