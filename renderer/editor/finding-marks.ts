/** The linter's findings in an editor: underlined, in the gutter, with their quick fixes. */
import { setDiagnostics, type Action, type Diagnostic } from '@codemirror/lint';
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Finding } from '#core/shared/config/lint/finding.js';
import type { SourceRange } from '#core/shared/config/source-range.js';
import { renderFinding, renderFix } from '#core/shared/text/render-finding.js';
import { renderText, type Language } from '#core/shared/text/render.js';
import { lineEndingOf, Places } from './line-endings.js';

export interface FindingMarks {
  findings: readonly Finding[];
  lang: Language;
  /** Applies the quick fix of a finding, which may reach into other files. */
  fix: (finding: Finding) => void;
  /** For the other places that belong to a finding. */
  places: OtherPlaces;
}

export interface OtherPlaces {
  /** `server2.properties:10`; undefined: it cannot be shown. */
  nameOf: (place: SourceRange) => string | undefined;
  goTo: (place: SourceRange) => void;
}

/** The change of an editor that shows these findings and no others. */
export function findingMarks(view: EditorView, marks: FindingMarks): Parameters<EditorView['dispatch']>[0] {
  return setDiagnostics(view.state, diagnosticsOf(view.state, marks));
}

/** Other places of one finding that are offered: a list of servers may have many. */
const MOST_RELATED = 3;

function seeing({ related = [] }: Finding, lang: Language, { nameOf, goTo }: OtherPlaces): Action[] {
  return related.slice(0, MOST_RELATED).flatMap(({ range }) => {
    const place = nameOf(range);
    if (place === undefined) return [];
    const name = renderText(lang, 'ui.files.see', { place });
    return [{ name, markClass: 'cm-see', apply: () => goTo(range) }];
  });
}

function diagnosticsOf(
  state: EditorState,
  { findings, lang, fix, places: others }: FindingMarks,
): Diagnostic[] {
  const places = new Places(state.doc, lineEndingOf(state.sliceDoc()));
  return findings.map((finding): Diagnostic => {
    const { code, severity, range } = finding;
    const { message, why } = renderFinding(lang, finding);
    const cure = finding.fix ? [{ name: renderFix(lang, finding.fix), apply: () => fix(finding) }] : [];
    return {
      from: places.offsetOf(range.line, range.column),
      to: places.offsetOf(range.endLine, range.endColumn),
      severity,
      source: code,
      message: why === '' ? message : `${message}\n${why}`,
      actions: [...cure, ...seeing(finding, lang, others)],
    };
  });
}
