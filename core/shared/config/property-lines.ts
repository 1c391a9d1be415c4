/**
 * First half of reading a properties file, as `java.util.Properties.load` does it (§1.1): natural lines are joined
 * into logical lines, and every character of them remembers where it stood.
 */

/** From character `at` of a text on, places run along `line` from `column`; `width` source columns per character. */
export interface TextSegment {
  at: number;
  line: number;
  column: number;
  width: number;
}

/** One `key = value` line before it is split: continuation lines joined, escapes untouched. */
export interface LogicalLine {
  text: string;
  /** Sorted by `at`; the first has `at` ≤ 0. */
  segments: TextSegment[];
}

/** A comment line as it stands, from its `#` or `!` on. */
export interface Comment extends Place {
  text: string;
}

export interface ReadLines {
  logical: LogicalLine[];
  comments: Comment[];
}

export interface Place {
  line: number;
  column: number;
}

/** Where the character at `index` stands. An index past the end continues the last segment. */
export function placeAt(segments: readonly TextSegment[], index: number): Place {
  const segment = segmentAt(segments, index);
  return { line: segment.line, column: segment.column + (index - segment.at) * segment.width };
}

/** The place just behind the character at `index`. */
export function placeBehind(segments: readonly TextSegment[], index: number): Place {
  const segment = segmentAt(segments, index);
  return { line: segment.line, column: segment.column + (index - segment.at + 1) * segment.width };
}

function segmentAt(segments: readonly TextSegment[], index: number): TextSegment {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.at ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return segments[low] ?? { at: 0, line: 1, column: 1, width: 1 };
}

/** A form feed is a blank to Java as well. */
export function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\f';
}

/** All lines of a text that say something. They end at \n, \r or \r\n; a byte-order mark counts as nothing. */
export function readLines(text: string): ReadLines {
  const natural = text.split(/\r\n|\r|\n/);
  const result: ReadLines = { logical: [], comments: [] };
  // Java sees the end of the text before it sees that a last line is continued, unless \r\n hides it.
  const lastRow = natural.length - (natural.at(-1) === '' && !text.endsWith('\r\n') ? 2 : 1);
  let row = 0;
  while (row < natural.length) {
    const line = natural[row] ?? '';
    const first = firstCharacter(line, row === 0);
    const kind = kindOf(line.slice(first));
    if (kind === 'property') {
      const read = joinContinued(natural, row, first);
      result.logical.push(read.line);
      row = read.next;
      continue;
    }
    const place = { line: row + 1, column: first + 1 };
    if (kind === 'comment') result.comments.push({ text: line.slice(first), ...place });
    else if (kind === 'backslash' && row >= lastRow) result.logical.push(emptyLine(place));
    row += 1;
  }
  return result;
}

/** A lone backslash continues nothing: to Java a blank line, and at the end of the text one with an empty key. */
function kindOf(line: string): 'backslash' | 'blank' | 'comment' | 'property' {
  if (line === '') return 'blank';
  if (line.startsWith('#') || line.startsWith('!')) return 'comment';
  return line === '\\' ? 'backslash' : 'property';
}

function emptyLine(place: Place): LogicalLine {
  return { text: '', segments: [{ at: 0, ...place, width: 1 }] };
}

function firstCharacter(line: string, first: boolean): number {
  let column = first && line.startsWith('\uFEFF') ? 1 : 0;
  while (column < line.length && isBlank(line[column])) column += 1;
  return column;
}

function joinContinued(natural: readonly string[], row: number, column: number) {
  const parts: string[] = [];
  const segments: TextSegment[] = [];
  let length = 0;
  let next = row;
  let start = column;
  for (;;) {
    const line = natural[next] ?? '';
    const continued = endsInOddBackslashes(line, start);
    const part = line.slice(start, continued ? -1 : undefined);
    segments.push({ at: length, line: next + 1, column: start + 1, width: 1 });
    parts.push(part);
    length += part.length;
    next += 1;
    if (!continued || next >= natural.length) break;
    start = firstCharacter(natural[next] ?? '', false);
  }
  return { line: { text: parts.join(''), segments }, next };
}

function endsInOddBackslashes(line: string, start: number): boolean {
  let count = 0;
  while (line.length - count > start && line[line.length - 1 - count] === '\\') count += 1;
  return count % 2 === 1;
}
