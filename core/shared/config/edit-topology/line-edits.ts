/** Whole lines of a properties file: set, or added at its end. */
import { findEntry, type PropertiesFile } from '../init-properties.js';
import type { TextEdit } from '../lint/finding.js';
import type { TopologyFile } from './topology-file.js';

/** Gives a property a value where it stands; the lines that do not stand anywhere yet come behind all others. */
export function setProperties(
  { text }: TopologyFile,
  file: PropertiesFile,
  values: readonly (readonly [key: string, value: string])[],
): TextEdit[] {
  const missing = values.filter(([key]) => !findEntry(file, key));
  const edits = values.flatMap(([key, value]): TextEdit[] => {
    const entry = findEntry(file, key);
    return entry && entry.value !== value ? [{ range: entry.valueRange, newText: value }] : [];
  });
  if (missing.length === 0) return edits;
  const newline = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const lines = missing.map(([key, value]) => `${key} = ${value}${newline}`).join('');
  const before = text === '' || /[\r\n]$/.test(text) ? '' : newline;
  // Beyond every line there is: the end of the text.
  const end = { line: Number.MAX_SAFE_INTEGER, column: Number.MAX_SAFE_INTEGER };
  const range = { file: file.file, ...end, endLine: end.line, endColumn: end.column };
  return [...edits, { range, newText: before + lines }];
}
