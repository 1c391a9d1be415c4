import { lintKeymap } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { useEffect, useMemo, useRef } from 'react';
import type { Finding } from '#core/shared/config/lint/finding.js';
import { usePreferences } from '#renderer/ui/preferences.js';
import { CodeEditor } from './CodeEditor.js';
import { findingMarks, type OtherPlaces } from './finding-marks.js';
import { lineEndingOf, Places } from './line-endings.js';
import { propertiesHighlight } from './properties-highlight.js';
import { propertyAssist, type AssistContext } from './property-assist.js';

interface Props {
  value: string;
  onChange: (value: string) => void;
  onUndo: () => void;
  onRedo: () => void;
  label: string;
  /** Of this file. */
  findings: readonly Finding[];
  onFix: (finding: Finding) => void;
  /** For a properties file: completion, explanations and colours come from the catalogue. `lab.yaml` has none. */
  components?: AssistContext['components'];
  /** Where the cursor goes; `onArrive` when it is there. */
  goTo?: { line: number; column: number } | undefined;
  onArrive?: () => void;
  /** Those that belong to a finding may be in other files. */
  places: OtherPlaces;
  className?: string | undefined;
}

/** A file of the topology, with what the linter says at its place, and what helps to write a properties file. */
export function FileEditor({
  findings,
  onFix,
  places,
  onUndo,
  onRedo,
  components,
  goTo,
  onArrive,
  ...editor
}: Props) {
  const { language } = usePreferences();
  const view = useRef<EditorView>(undefined);
  const calls = useRef({ onUndo, onRedo, components });
  useEffect(() => void (calls.current = { onUndo, onRedo, components }));
  const hasCatalogue = components !== undefined;
  // A file that has other line ends is another editor.
  const ending = lineEndingOf(editor.value);
  const extensions = useMemo(() => {
    const does = (work: 'onUndo' | 'onRedo') => () => {
      calls.current[work]();
      return true;
    };
    return [
      // Steps are those of all files together: a quick fix may have reached into another one.
      keymap.of([
        { key: 'Mod-z', run: does('onUndo'), preventDefault: true },
        { key: 'Mod-y', mac: 'Mod-Shift-z', run: does('onRedo'), preventDefault: true },
        { key: 'Ctrl-Shift-z', run: does('onRedo'), preventDefault: true },
        ...lintKeymap,
      ]),
      EditorState.lineSeparator.of(ending),
      hasCatalogue
        ? [
            propertiesHighlight,
            propertyAssist(language, { components: () => calls.current.components?.() ?? [] }),
          ]
        : [],
    ];
  }, [language, ending, hasCatalogue]);
  useEffect(() => {
    const current = view.current;
    if (current) current.dispatch(findingMarks(current, { findings, lang: language, fix: onFix, places }));
  }, [findings, language, onFix, places, extensions, editor.value]);
  useEffect(() => {
    if (!goTo || !view.current) return;
    moveTo(view.current, goTo.line, goTo.column);
    onArrive?.();
  }, [goTo, onArrive]);
  return <CodeEditor {...editor} ref={view} extensions={extensions} />;
}

function moveTo(view: EditorView, line: number, column: number): void {
  const places = new Places(view.state.doc, lineEndingOf(view.state.sliceDoc()));
  const at = places.offsetOf(line, column);
  view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
  view.focus();
}
