/** What the linter, the readers of configuration and the command line say about a place in a file: codes, never prose. */
import type { SourceRange } from '../source-range.js';

export type Severity = 'error' | 'warning' | 'info';

/** A replacement that would cure the finding. */
export interface TextEdit {
  range: SourceRange;
  newText: string;
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
  fix?: TextEdit;
}
