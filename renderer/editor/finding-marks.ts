/** The linter's findings in an editor: underlined, in the gutter, with their quick fixes. */
import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Finding } from '#core/shared/config/lint/finding.js';
import { renderFinding, renderFix } from '#core/shared/text/render-finding.js';
import type { Language } from '#core/shared/text/render.js';
import { lineEndingOf, Places } from './line-endings.js';

export interface FindingMarks {
  findings: readonly Finding[];
  lang: Language;
  /** Applies the quick fix of a finding, which may reach into other files. */
  fix: (finding: Finding) => void;
}

/** The change of an editor that shows these findings and no others. */
export function findingMarks(view: EditorView, marks: FindingMarks): Parameters<EditorView['dispatch']>[0] {
  return setDiagnostics(view.state, diagnosticsOf(view.state, marks));
}

function diagnosticsOf(state: EditorState, { findings, lang, fix }: FindingMarks): Diagnostic[] {
  const places = new Places(state.doc, lineEndingOf(state.sliceDoc()));
  return findings.map((finding): Diagnostic => {
    const { code, severity, range } = finding;
    const { message, why } = renderFinding(lang, finding);
    const actions = finding.fix ? [{ name: renderFix(lang, finding.fix), apply: () => fix(finding) }] : [];
    return {
      from: places.offsetOf(range.line, range.column),
      to: places.offsetOf(range.endLine, range.endColumn),
      severity,
      source: code,
      message: why === '' ? message : `${message}\n${why}`,
      actions,
    };
  });
}
