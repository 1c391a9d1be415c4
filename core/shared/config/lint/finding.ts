/** What the linter, the readers of configuration and the command line say about a place in a file: codes, never prose. */
import type { SourceRange } from '../source-range.js';

export type Severity = 'error' | 'warning' | 'info';

/** A replacement of one piece of a file; of nothing, where the range is empty. */
export interface TextEdit {
  range: SourceRange;
  newText: string;
}

/** What a quick fix does, as its text `lint.fix.<title>` says it. */
export type FixTitle = 'add-line' | 'insert' | 'remove-entry' | 'remove-item' | 'remove-mark' | 'replace';

/** A safe cure: edits that belong together, in one file or in several, none of which overlap. */
export interface Fix {
  title: FixTitle;
  params: Record<string, string>;
  edits: TextEdit[];
}

/** Another place that belongs to the same finding, such as the peer's secret. */
export interface RelatedPlace {
  range: SourceRange;
  params?: Record<string, string | number>;
}

export interface Finding {
  /** Number of the problem in the fact sheet's §10 (`E3`), or one of ours (`X1`, `Y2`). Text: `lint.<code>`. */
  code: string;
  severity: Severity;
  range: SourceRange;
  params: Record<string, string | number>;
  related?: RelatedPlace[];
  fix?: Fix;
}
