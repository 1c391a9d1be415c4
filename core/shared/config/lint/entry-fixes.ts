/** Quick fixes of whole lines of a properties file. */
import { findEntry, type PropertiesFile, type PropertyEntry } from '../init-properties.js';
import type { Finding, TextEdit } from './finding.js';
import { replacing } from './fixes.js';

/** Gives a key another name, unless the file has that name already. */
export function renaming(
  file: PropertiesFile,
  { keyRange }: PropertyEntry,
  key: string | undefined,
): Pick<Finding, 'fix'> {
  return key === undefined || findEntry(file, key) !== undefined ? {} : replacing(keyRange, key);
}

/** The edit that takes an entry away; its lines stay, empty, so that the others keep their numbers. */
export function withoutEntry({ keyRange, valueRange }: PropertyEntry): TextEdit {
  const { endLine, endColumn } = valueRange;
  return { range: { ...keyRange, endLine, endColumn }, newText: '' };
}
