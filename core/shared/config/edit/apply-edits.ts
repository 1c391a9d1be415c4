/** Applies edits to a text, and leaves every character alone that none of them names. */
import type { TextEdit } from '../lint/finding.js';

/**
 * @param edits none of which overlap; their order does not matter, except that of two at one place the first stands first
 * Line ends of what is put in become those of the text.
 * @returns the text; places that it does not have count as the nearest that it has
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = lineStarts(text);
  const offset = (line: number, column: number): number => {
    const index = Math.min(Math.max(line, 1), starts.length) - 1;
    const end = starts[index + 1] ?? text.length;
    return Math.min((starts[index] ?? 0) + Math.max(column - 1, 0), end);
  };
  const spans = edits
    .map(({ range, newText }) => ({
      from: offset(range.line, range.column),
      to: offset(range.endLine, range.endColumn),
      newText,
    }))
    .sort((left, right) => left.from - right.from);
  const [ending = '\n'] = /\r\n|\r|\n/.exec(text) ?? [];
  let result = '';
  let at = 0;
  for (const { from, to, newText } of spans) {
    result += text.slice(at, from) + newText.replaceAll(/\r\n|\r|\n/g, ending);
    at = Math.max(at, to);
  }
  return result + text.slice(at);
}

/** Offset at which each line begins. Lines end at \n, \r or \r\n, as Java reads them (§1.1). */
function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (found) => found.index + found[0].length)];
}
