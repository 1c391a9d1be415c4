/**
 * Reads `init.properties` text into entries with exact positions, with the semantics of `java.util.Properties.load`
 * plus Tigase's trimming of values (§1.1). Nothing here knows what a property means.
 */
import { foreignCharacters } from './foreign-characters.js';
import type { Finding } from './lint/finding.js';
import { removing } from './lint/fixes.js';
import type { Comment, Place, TextSegment } from './property-lines.js';
import { isBlank, placeAt, placeBehind, readLines } from './property-lines.js';
import type { LogicalLine } from './property-lines.js';
import { rangeOf, type SourceRange } from './source-range.js';

export interface PropertyEntry {
  key: string;
  /** Escapes resolved and trimmed, as Tigase hands it on. */
  value: string;
  /** Line of the key, from 1. */
  line: number;
  keyRange: SourceRange;
  /** Where each character of `key` stands; read it with `rangeInKey`. */
  keySegments: TextSegment[];
  /** Zero width, where a value would stand, when there is none. */
  valueRange: SourceRange;
  /** Where each character of `value` stands; read it with `rangeInValue`. */
  valueSegments: TextSegment[];
}

export interface PropertiesFile {
  file: string;
  /** In file order; a repeated key has several entries, of which the last one counts. */
  entries: PropertyEntry[];
  /** Key → its last entry. */
  last: Map<string, PropertyEntry>;
  comments: Comment[];
  /** What the reader itself found: X2 malformed escape, X3 byte-order mark, X6 characters outside ASCII. */
  problems: Finding[];
}

/**
 * Reads a text; `file` is only the name that ranges carry. Never throws.
 * @param isUtf8 false: its bytes were no UTF-8 and were taken for Latin-1
 */
export function parseInitProperties(file: string, text: string, isUtf8 = true): PropertiesFile {
  const { logical, comments } = readLines(text);
  const result: PropertiesFile = { file, entries: [], last: new Map(), comments, problems: [] };
  if (text.startsWith('\uFEFF')) {
    const range = rangeOf(file, { line: 1, column: 1 }, { line: 1, column: 2 });
    result.problems.push({ code: 'X3', severity: 'warning', range, params: {}, ...removing(range, 'mark') });
  }
  for (const line of logical) {
    const entry = readEntry(result, line);
    result.entries.push(entry);
    result.last.set(entry.key, entry);
    result.problems.push(...foreignCharacters(file, line, isUtf8));
  }
  return result;
}

/** The entry that counts for a key: the last one. */
export function findEntry(file: PropertiesFile, key: string): PropertyEntry | undefined {
  return file.last.get(key);
}

/** The value that counts for a key; undefined when the file does not have it. */
export function valueOf(file: PropertiesFile, key: string): string | undefined {
  return findEntry(file, key)?.value;
}

/** Range of `value.slice(from, to)` in the file; an empty slice gives a zero-width range. */
export function rangeInValue(entry: PropertyEntry, from: number, to: number): SourceRange {
  if (entry.value.length === 0) return entry.valueRange;
  return rangeIn(entry.valueRange.file, entry.valueSegments, from, to);
}

/** Range of `key.slice(from, to)` in the file, escapes included. */
export function rangeInKey(entry: PropertyEntry, from: number, to: number): SourceRange {
  return rangeIn(entry.keyRange.file, entry.keySegments, from, to);
}

function rangeIn(file: string, segments: readonly TextSegment[], from: number, to: number): SourceRange {
  const start = placeAt(segments, from);
  return rangeOf(file, start, to <= from ? start : placeBehind(segments, to - 1));
}

/** One item of a list value, with its place. */
export interface ValuePart {
  text: string;
  /** Index in the value where the part begins. */
  from: number;
  range: SourceRange;
}

/** Splits a value (or the part of it that begins at `from`) at a one-character separator; nothing is trimmed. */
export function splitValue(
  entry: PropertyEntry,
  separator: string,
  text = entry.value,
  from = 0,
): ValuePart[] {
  const parts: ValuePart[] = [];
  let at = from;
  for (const part of text.split(separator)) {
    parts.push({ text: part, from: at, range: rangeInValue(entry, at, at + part.length) });
    at += part.length + separator.length;
  }
  return parts;
}

const NUMBERED = /^\s*\d{1,4}\s*[.)、．]\s*/u;

/**
 * Text that was copied from a numbered listing (`  3. --user-db-uri = …`) without its numbers. A heading above it
 * becomes a comment and blank lines stay, so line numbers still fit. Any other text comes back as it is.
 */
export function stripLineNumbers(text: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  const first = lines.findIndex((line) => NUMBERED.test(line));
  const heading = lines.slice(0, Math.max(first, 0));
  const listing = lines.slice(heading.length);
  const isListing = first >= 0 && listing.every((line) => line.trim() === '' || NUMBERED.test(line));
  if (!isListing || heading.some((line) => line.includes('='))) return text;
  return [
    ...heading.map((line) => (line.trim() === '' ? line : `# ${line.trim()}`)),
    ...listing.map((line) => line.replace(NUMBERED, '')),
  ].join('\n');
}

function readEntry(target: PropertiesFile, line: LogicalLine): PropertyEntry {
  const { keyEnd, valueStart } = splitLine(line.text);
  const key = decode(target, line, 0, keyEnd);
  const value = decode(target, line, valueStart, line.text.length);
  // Java's String.trim: everything up to U+0020 goes, also what an escape put there.
  const lead = /^[\0- ]*/.exec(value.text)?.[0].length ?? 0;
  let end = value.text.length;
  while (end > lead && (value.text[end - 1] ?? '') <= ' ') end -= 1;
  const valueSegments = value.segments.map((segment) => ({ ...segment, at: segment.at - lead }));
  const start = placeAt(valueSegments, 0);
  const last = end > lead ? placeBehind(valueSegments, end - lead - 1) : start;
  return {
    key: key.text,
    value: value.text.slice(lead, end),
    line: placeAt(line.segments, 0).line,
    keyRange: rangeOf(
      target.file,
      placeAt(line.segments, 0),
      placeBehind(line.segments, Math.max(0, keyEnd - 1)),
    ),
    keySegments: key.segments,
    valueRange: rangeOf(target.file, start, last),
    valueSegments,
  };
}

/** The key ends at the first `=`, `:` or blank that no backslash escapes; blanks around one separator are skipped. */
function splitLine(text: string): { keyEnd: number; valueStart: number } {
  let keyEnd = 0;
  while (keyEnd < text.length && !isBlank(text[keyEnd]) && text[keyEnd] !== '=' && text[keyEnd] !== ':') {
    keyEnd += text[keyEnd] === '\\' ? 2 : 1;
  }
  keyEnd = Math.min(keyEnd, text.length);
  let valueStart = skipBlanks(text, keyEnd);
  if (text[valueStart] === '=' || text[valueStart] === ':') valueStart = skipBlanks(text, valueStart + 1);
  return { keyEnd, valueStart };
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text[at])) at += 1;
  return at;
}

/** Resolves the escapes of `line.text.slice(from, to)`; a new segment begins wherever places stop running along. */
function decode(target: PropertiesFile, line: LogicalLine, from: number, to: number) {
  const segments: TextSegment[] = [];
  const parts: string[] = [];
  const stops = stopFinder(line);
  let length = 0;
  let at = from;
  while (at < to) {
    const place = placeAt(line.segments, at);
    const stop = Math.min(to, stops(at));
    if (stop > at) {
      segments.push({ at: length, ...place, width: 1 });
      parts.push(line.text.slice(at, stop));
      length += stop - at;
      at = stop;
      continue;
    }
    const escape = readEscape(line.text, at, to);
    if (escape.malformed) reportEscape(target, place, escape.width);
    segments.push({ at: length, ...place, width: escape.width });
    parts.push(escape.character);
    length += escape.character.length;
    at += escape.width;
  }
  if (segments.length === 0) segments.push({ at: 0, ...placeAt(line.segments, from), width: 1 });
  return { text: parts.join(''), segments };
}

/** Tells where the stretch from `at` on ends: at an escape or where two lines were joined. `at` must only grow. */
function stopFinder(line: LogicalLine): (at: number) => number {
  let backslash = -1;
  let seam = 0;
  return (at) => {
    if (backslash < at) backslash = line.text.indexOf('\\', at);
    if (backslash === -1) backslash = line.text.length;
    while (seam < line.segments.length && (line.segments[seam]?.at ?? 0) <= at) seam += 1;
    return Math.min(backslash, line.segments[seam]?.at ?? line.text.length);
  };
}

const CONTROL_ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

function readEscape(text: string, at: number, to: number) {
  const letter = at + 1 < to ? (text[at + 1] ?? '') : '';
  if (letter !== 'u') {
    return { character: CONTROL_ESCAPES[letter] ?? letter, width: 1 + letter.length, malformed: false };
  }
  const digits = text.slice(at + 2, Math.min(at + 6, to));
  if (!/^[0-9a-fA-F]{4}$/.test(digits)) return { character: 'u', width: 2, malformed: true };
  return { character: String.fromCharCode(parseInt(digits, 16)), width: 6, malformed: false };
}

/** Java refuses the whole file with `Malformed \uxxxx encoding.`; the reader goes on, so that the rest is shown. */
function reportEscape(target: PropertiesFile, place: Place, width: number): void {
  const range = rangeOf(target.file, place, { line: place.line, column: place.column + width });
  target.problems.push({ code: 'X2', severity: 'error', range, params: {} });
}
