/** A place in a file the user wrote. Lines and columns count from 1; `endColumn` is one past the last character. */
export interface SourceRange {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}
