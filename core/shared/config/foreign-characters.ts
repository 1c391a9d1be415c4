/**
 * X6: characters of a key or value that Tigase may read as others. It opens the file with a `FileReader`, in the default
 * charset of its Java: before Java 18 that of the locale, since then UTF-8. Escapes are read alike by all of them.
 */
import { unicodeEscape } from './edit/print-properties.js';
import type { Finding, TextEdit } from './lint/finding.js';
import { replacing } from './lint/fixes.js';
import { placeAt, placeBehind, type LogicalLine } from './property-lines.js';
import { rangeOf } from './source-range.js';

/** A backslash in front of one goes with it: before a `\u` it would turn that into text. */
const FOREIGN = /\\?[^\0-\x7f]+|\\[\s\S]/gu;

/**
 * One finding for each line that has any.
 * @param isUtf8 false: the bytes were none, so nobody knows which characters were meant, and there is no fix
 */
export function foreignCharacters(file: string, line: LogicalLine, isUtf8: boolean): Finding[] {
  if (!/[^\0-\x7f]/.test(line.text)) return [];
  const edits = [...line.text.matchAll(FOREIGN)].flatMap(({ 0: text, index }): TextEdit[] => {
    const foreign = text.replace('\\', '');
    if (foreign.charCodeAt(0) < 0x80 || foreign === '') return [];
    const start = placeAt(line.segments, index);
    const end = placeBehind(line.segments, index + text.length - 1);
    return [{ range: rangeOf(file, start, end), newText: unicodeEscape(foreign) }];
  });
  const [first, ...more] = edits;
  if (!first) return [];
  const { range, newText } = first;
  if (!isUtf8) return [{ code: 'X6', severity: 'warning', range, params: { variant: 'not-utf8' } }];
  return [{ code: 'X6', severity: 'info', range, params: {}, ...replacing(range, newText, more) }];
}
