/** The few shapes that quick fixes have. */
import type { SourceRange } from '../source-range.js';
import type { Finding, Fix, TextEdit } from './finding.js';

type WithFix = Pick<Finding, 'fix'>;

/** Puts another text into a range, with what else must change then; no fix when there is nothing to put there. */
export function replacing(
  range: SourceRange,
  newText: string | undefined,
  more: readonly TextEdit[] = [],
): WithFix {
  if (newText === undefined) return {};
  return fixOf({ title: 'replace', params: { text: newText }, edits: [{ range, newText }, ...more] });
}

/** Takes an entry of a file away, an item of a list, or the byte-order mark. */
export function removing(range: SourceRange, what: 'entry' | 'item' | 'mark'): WithFix {
  return fixOf({ title: `remove-${what}`, params: {}, edits: [{ range, newText: '' }] });
}

/** Writes a text behind a range, with what else must change then. */
export function appending(range: SourceRange, newText: string, more: readonly TextEdit[] = []): WithFix {
  return fixOf({ title: 'insert', params: { text: newText }, edits: [behind(range, newText), ...more] });
}

/** The edit that writes a text behind a range. */
export function behind(range: SourceRange, newText: string): TextEdit {
  return { range: { ...range, line: range.endLine, column: range.endColumn }, newText };
}

/** Writes lines of their own above the line where a range begins. */
export function addingLines(above: SourceRange, lines: readonly string[]): WithFix {
  const start = { ...above, column: 1, endLine: above.line, endColumn: 1 };
  const newText = lines.map((line) => `${line}\n`).join('');
  return fixOf({
    title: 'add-line',
    params: { text: lines.join(' · ') },
    edits: [{ range: start, newText }],
  });
}

function fixOf(fix: Fix): WithFix {
  return { fix };
}
