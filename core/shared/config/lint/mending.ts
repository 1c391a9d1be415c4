/**
 * First causes. A finding that says what the file was meant to say brings the entry as it should be; the rules behind it look
 * at the topology with that entry, so that what merely follows from a first cause is not said as well.
 */
import type { PropertiesFile, PropertyEntry } from '../init-properties.js';
import { rangeInValue } from '../init-properties.js';
import { remembering } from '../remembering.js';
import { placeAt, type TextSegment } from '../property-lines.js';
import type { SourceRange } from '../source-range.js';
import type { TextEdit } from './finding.js';

export interface Mending {
  file: string;
  /** What is to be mended; undefined where a line is missing. */
  entry?: PropertyEntry;
  becomes: PropertyEntry;
  /** Whether places in its value are not quite where they would be after the cure. */
  moved: boolean;
}

/** Another text for `value.slice(from, to)` of an entry. */
export interface ValuePiece {
  from: number;
  to: number;
  text: string;
}

/** An entry whose key should be another one. */
export function rekeyed(entry: PropertyEntry, key: string): Mending {
  return { file: entry.keyRange.file, entry, becomes: { ...entry, key }, moved: false };
}

/** An entry with another value. */
export function revalued(entry: PropertyEntry, text: string): Mending {
  return rewriting(entry, [{ from: 0, to: entry.value.length, text }]);
}

/** An entry that the file does not have; whatever is said of it stands at `place`. */
export function missing(place: SourceRange, key: string, value: string): Mending {
  const { file, line, column } = place;
  const range = { file, line, column, endLine: line, endColumn: column };
  const segments = [{ at: 0, line, column, width: 0 }];
  const becomes = {
    ...{ key, value, line },
    ...{ keyRange: range, keySegments: segments, valueRange: range, valueSegments: segments },
  };
  return { file, becomes, moved: false };
}

/** An entry with other texts for some pieces of its value, which do not overlap. */
export function rewriting(entry: PropertyEntry, pieces: readonly ValuePiece[]): Mending {
  const writer = new ValueWriter(entry);
  for (const piece of [...pieces].sort((left, right) => left.from - right.from)) writer.replace(piece);
  return { file: entry.keyRange.file, entry, becomes: { ...entry, ...writer.end() }, moved: true };
}

/** The edits that do the same to the file. */
export function editsOf(entry: PropertyEntry, pieces: readonly ValuePiece[]): TextEdit[] {
  return pieces.map(({ from, to, text }) => ({ range: rangeInValue(entry, from, to), newText: text }));
}

/** Puts a value together of what stays and what is new; what is new stands where it begins. */
class ValueWriter {
  private readonly parts: string[] = [];
  private readonly segments: TextSegment[] = [];
  private length = 0;
  private read = 0;
  private segment = 0;

  private readonly entry: PropertyEntry;

  constructor(entry: PropertyEntry) {
    this.entry = entry;
  }

  replace({ from, to, text }: ValuePiece): void {
    this.copyUntil(from);
    this.segments.push({ at: this.length, ...placeAt(this.entry.valueSegments, from), width: 0 });
    this.write(text);
    this.read = to;
  }

  end(): Pick<PropertyEntry, 'value' | 'valueSegments'> {
    this.copyUntil(this.entry.value.length);
    return { value: this.parts.join(''), valueSegments: this.segments };
  }

  private copyUntil(to: number): void {
    const { value, valueSegments } = this.entry;
    for (let from = this.read; from < to;) {
      while ((valueSegments[this.segment + 1]?.at ?? Infinity) <= from) this.segment += 1;
      const end = Math.min(to, valueSegments[this.segment + 1]?.at ?? Infinity);
      const width = valueSegments[this.segment]?.width ?? 1;
      this.segments.push({ at: this.length, ...placeAt(valueSegments, from), width });
      this.write(value.slice(from, end));
      from = end;
    }
    this.read = to;
  }

  private write(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }
}

/** Files with the mended entries in them; a file that nothing is mended in is the same one. */
export function mendFiles(files: readonly PropertiesFile[], mendings: readonly Mending[]): PropertiesFile[] {
  return files.map((file) => {
    const ofFile = mendings.filter((mending) => mending.file === file.file);
    return ofFile.length === 0 ? file : mendFile(file, ofFile);
  });
}

const mendFile = remembering((file: PropertiesFile, mendings: readonly Mending[]): PropertiesFile => {
  const cured = new Map(mendings.flatMap(({ entry, becomes }) => (entry ? [[entry, becomes] as const] : [])));
  const added = mendings.flatMap(({ entry, becomes }) => (entry ? [] : [becomes]));
  const entries = [...file.entries.map((entry) => cured.get(entry) ?? entry), ...added];
  return { ...file, entries, last: new Map(entries.map((entry) => [entry.key, entry])) };
});

/** Lines on which a file does not say what the rules have read; quick fixes must keep off them. */
export class MovedLines {
  private readonly lines = new Map<string, Set<number>>();

  add({ file, entry, becomes, moved }: Mending): void {
    // What is said of a line that is missing stands at the text of another one.
    if (!moved && entry !== undefined) return;
    const { line: first, endLine } = (entry ?? becomes).valueRange;
    const lines = this.lines.get(file) ?? new Set();
    this.lines.set(file, lines);
    for (let line = first; line <= endLine; line += 1) lines.add(line);
  }

  /** A line of its own above is safe. */
  has({ range, newText }: TextEdit): boolean {
    if (newText.endsWith('\n')) return false;
    const lines = this.lines.get(range.file);
    return lines?.has(range.line) === true || lines?.has(range.endLine) === true;
  }
}
