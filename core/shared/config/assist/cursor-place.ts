/** What stands under a cursor in a properties file: a key, an item of a value, or nothing yet. */
import { rangeInValue, splitValue, type PropertiesFile, type PropertyEntry } from '../init-properties.js';
import type { Place } from '../property-lines.js';
import type { SourceRange } from '../source-range.js';

export type CursorPlace =
  /** In a key, or where one may begin; `entry` is absent on a blank line. */
  { at: 'key'; entry?: PropertyEntry; range: SourceRange } | { at: 'value'; entry: PropertyEntry };

/** One item of a value, between its separators. */
export interface ItemAtCursor {
  text: string;
  /** Number of the item, from 0. */
  index: number;
  range: SourceRange;
}

/**
 * @param text the file's whole text, from which `file` was read
 * @returns undefined in a comment
 */
export function cursorPlace(file: PropertiesFile, text: string, cursor: Place): CursorPlace | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  for (const entry of file.entries) {
    if (holds(entry.keyRange, cursor)) return { at: 'key', entry, range: entry.keyRange };
    const behindKey = isBehind(cursor, endOf(entry.keyRange));
    if (behindKey && cursor.line <= lastLineOf(entry, lines)) return { at: 'value', entry };
  }
  if ((lines[cursor.line - 1] ?? '').trim() !== '') return undefined;
  return { at: 'key', range: emptyRange(file.file, cursor) };
}

/** The item of a list that the cursor touches; one that is just being begun has no text. */
export function itemAt(entry: PropertyEntry, separator: string, cursor: Place): ItemAtCursor {
  const parts = splitValue(entry, separator);
  const index = parts.findIndex(({ range }) => !isBehind(cursor, endOf(range)));
  const part = parts[index];
  if (part === undefined || part.text.trim() === '') {
    const at = index < 0 ? parts.length - 1 : index;
    return { text: '', index: at, range: part?.range ?? emptyRange(entry.keyRange.file, cursor) };
  }
  return { text: part.text, index, range: part.range };
}

/** The whole value as one item. */
export function wholeValue(entry: PropertyEntry): ItemAtCursor {
  return { text: entry.value, index: 0, range: rangeInValue(entry, 0, entry.value.length) };
}

/** A value goes on where its last line ends in a backslash, also when nothing stands there yet. */
function lastLineOf({ valueRange }: PropertyEntry, lines: readonly string[]): number {
  let last = valueRange.endLine;
  while (last < lines.length && endsInBackslash(lines[last - 1] ?? '')) last += 1;
  return last;
}

function endsInBackslash(line: string): boolean {
  return (/\\*$/.exec(line)?.[0].length ?? 0) % 2 === 1;
}

/** Whether a cursor stands in a range or at one of its ends. */
function holds(range: SourceRange, cursor: Place): boolean {
  return !isBehind(range, cursor) && !isBehind(cursor, endOf(range));
}

function isBehind(place: Place, other: Place): boolean {
  return place.line > other.line || (place.line === other.line && place.column > other.column);
}

function endOf({ endLine, endColumn }: SourceRange): Place {
  return { line: endLine, column: endColumn };
}

function emptyRange(file: string, { line, column }: Place): SourceRange {
  return { file, line, column, endLine: line, endColumn: column };
}
