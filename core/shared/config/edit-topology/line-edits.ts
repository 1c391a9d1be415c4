/** Whole lines of a properties file: set, or added at its end. */
import { printProperties, printProperty, printValue, type Property } from '../edit/print-properties.js';
import { findEntry, type PropertiesFile, type PropertyEntry } from '../init-properties.js';
import type { TextEdit } from '../lint/finding.js';
import type { TopologyFile } from './topology-file.js';

/** Gives a property a value where it stands; the lines that do not stand anywhere yet come behind all others. */
export function setProperties(
  { text }: TopologyFile,
  file: PropertiesFile,
  values: readonly Property[],
): TextEdit[] {
  const missing = values.filter(([key]) => !findEntry(file, key));
  const edits = values.flatMap(([key, value]): TextEdit[] => {
    const entry = findEntry(file, key);
    return entry && entry.value !== value ? [settingValue(entry, value)] : [];
  });
  if (missing.length === 0) return edits;
  const newline = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const before = newline.repeat(lineEndsNeeded(text));
  // Beyond every line there is: the end of the text.
  const end = { line: Number.MAX_SAFE_INTEGER, column: Number.MAX_SAFE_INTEGER };
  const range = { file: file.file, ...end, endLine: end.line, endColumn: end.column };
  return [...edits, { range, newText: before + printProperties(missing, newline) }];
}

function settingValue({ key, value, keyRange, valueRange }: PropertyEntry, wanted: string): TextEdit {
  if (value !== '') return { range: valueRange, newText: printValue(wanted) };
  // Where there is no value there may be no separator either.
  const { endLine, endColumn } = valueRange;
  return { range: { ...keyRange, endLine, endColumn }, newText: printProperty([key, wanted]) };
}

/** So that a new line is one: a last line that ends in a backslash would go on in it. */
function lineEndsNeeded(text: string): number {
  const [, backslash, end] = /(\\?)(\r\n|\r|\n)?$/.exec(text) ?? [];
  return (text !== '' && end === undefined ? 1 : 0) + (backslash === '\\' ? 1 : 0);
}
