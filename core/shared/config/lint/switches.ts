/**
 * Comments that switch rules off: `# lint: off C20 E25` for the entry below it, `# lint: off-file C20` for the whole file.
 * What follows ` -- ` is the reason, for people.
 */
import type { PropertiesFile } from '../init-properties.js';
import { remembering } from '../remembering.js';
import type { SourceRange } from '../source-range.js';
import type { Finding } from './finding.js';

export interface LintSwitch {
  scope: 'entry' | 'file';
  code: string;
  /** Where the code stands in the comment. */
  range: SourceRange;
}

const COMMENT = /^[#!]\s*lint:\s*(off|off-file)(?=\s|$)((?:(?!\s--\s).)*)/u;

/** Every code of every such comment of a file. */
export const lintSwitches = remembering(({ file, comments }: PropertiesFile): readonly LintSwitch[] =>
  comments.flatMap(({ text, line, column }) => {
    const [head = '', verb, codes = ''] = COMMENT.exec(text) ?? [];
    const from = column + head.length - codes.length;
    return [...codes.matchAll(/[^\s,]+/gu)].map(({ 0: code, index }) => ({
      scope: verb === 'off-file' ? 'file' : 'entry',
      code,
      range: {
        file,
        line,
        column: from + index,
        endLine: line,
        endColumn: from + index + code.length,
      },
    }));
  }),
);

/** Comments that look like a switch and name no code that they could switch off. */
export function emptySwitches(file: PropertiesFile): SourceRange[] {
  const lines = new Set(lintSwitches(file).map(({ range }) => range.line));
  return file.comments
    .filter(({ text, line }) => /^[#!]\s*lint:/u.test(text) && !lines.has(line))
    .map(({ text, line, column }) => {
      return { file: file.file, line, column, endLine: line, endColumn: column + text.length };
    });
}

/** A test of findings: whether a comment of the file that a finding stands in switches it off. */
export function switchedOffIn(files: readonly PropertiesFile[]): (finding: Finding) => boolean {
  const spans = files.flatMap(spansOf);
  return ({ code, range }) =>
    spans.some(
      (span) =>
        span.code === code && span.file === range.file && span.from <= range.line && range.line <= span.to,
    );
}

const spansOf = remembering((file: PropertiesFile) => lintSwitches(file).map((off) => spanOf(file, off)));

/** The lines in which a switch counts. */
function spanOf(file: PropertiesFile, { scope, code, range }: LintSwitch) {
  const below = file.entries.find((entry) => entry.line > range.line);
  const entry = { from: below?.line ?? Infinity, to: below?.valueRange.endLine ?? -1 };
  return { file: file.file, code, ...(scope === 'file' ? { from: 1, to: Infinity } : entry) };
}
