/** A place in a file the user wrote. Lines and columns count from 1; `endColumn` is one past the last character. */
export interface SourceRange {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

interface Place {
  line: number;
  column: number;
}

/** From a place to the one just behind the last character. */
export function rangeOf(file: string, start: Place, end: Place): SourceRange {
  return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
