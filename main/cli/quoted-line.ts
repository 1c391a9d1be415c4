/** A line of a file as a terminal can show it, with what is meant underlined. */
import type { SourceRange } from '#core/shared/config/source-range.js';

/** Columns of a terminal that a quotation takes at most. */
const WIDEST = 100;
/** What is kept before the underlined part when a line is cut. */
const BEFORE = 30;

export interface QuotedLine {
  line: string;
  underline: string;
}

/** undefined when the file has no such line, or nothing is on it. */
export function quoteLine(text: string, range: SourceRange): QuotedLine | undefined {
  const line = linesOf(text)[range.line - 1];
  if (line === undefined || line.trim() === '') return undefined;
  const from = Math.min(range.column - 1, line.length);
  const end = range.endLine === range.line ? Math.min(range.endColumn - 1, line.length) : line.length;
  const start = from > WIDEST - BEFORE ? from - BEFORE : 0;
  const stop = Math.min(line.length, start + WIDEST);
  const head = start > 0 ? '…' : '';
  const shown = printable(line.slice(start, stop));
  const lead = widthOf(head) + widthOf(printable(line.slice(start, from)));
  const width = Math.max(1, widthOf(printable(line.slice(from, Math.min(Math.max(end, from), stop)))));
  return {
    line: `${head}${shown}${stop < line.length ? '…' : ''}`,
    underline: ' '.repeat(lead) + '^'.repeat(width),
  };
}

/** Findings come file by file: without the lines of the last one, many in a large file would split it as often. */
let last = { text: '', lines: [''] };

function linesOf(text: string): readonly string[] {
  if (text !== last.text) last = { text, lines: text.split(/\r\n|\r|\n/) };
  return last.lines;
}

/** Control characters could move the cursor or worse: shown as a dot each, a tab as a blank. */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '·');
}

/** Columns of a terminal: East Asian characters take two, combining ones none. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Extended_Pictographic}\u3000-\u303f\uff01-\uff60]/u;
