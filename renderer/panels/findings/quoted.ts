import type { SourceRange } from '#core/shared/config/source-range.js';

/** A line of a file in three parts, the middle one meant. */
export interface Quoted {
  before: string;
  meant: string;
  after: string;
}

/** undefined when the file has no such line, or nothing is on it. */
export function quoted(text: string | undefined, range: SourceRange): Quoted | undefined {
  const line = text?.split(/\r\n|\r|\n/)[range.line - 1];
  if (line === undefined || line.trim() === '') return undefined;
  const from = Math.min(range.column - 1, line.length);
  const end = range.endLine === range.line ? Math.max(range.endColumn - 1, from) : line.length;
  return { before: line.slice(0, from), meant: line.slice(from, end), after: line.slice(end) };
}
