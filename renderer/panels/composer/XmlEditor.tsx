import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { xml } from '@codemirror/lang-xml';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { linter, lintGutter, type Diagnostic } from '@codemirror/lint';
import { Annotation, EditorState, type Text } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { useText } from '#renderer/ui/use-text.js';
import { editorTheme } from './editor-theme.js';
import { complaintOf, type Complaint } from './problem-text.js';

interface Props {
  value: string;
  onChange: (value: string) => void;
  /** Ctrl+Enter */
  onSubmit: () => void;
  label: string;
  className?: string | undefined;
}

/** Marks a text that was put in from outside: only what is typed counts as a change. */
const fromOutside = Annotation.define<boolean>();

/** One stanza as XML, with what is wrong marked at its place. */
export function XmlEditor({ value, onChange, onSubmit, label, className }: Props) {
  const text = useText();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const calls = useRef({ onChange, onSubmit });
  useEffect(() => void (calls.current = { onChange, onSubmit }));
  const first = useRef(value);
  useEffect(() => void (first.current = value), [value]);
  useEffect(() => {
    if (!host.current) return undefined;
    const submit = (): boolean => {
      calls.current.onSubmit();
      return true;
    };
    const editor = new EditorView({
      parent: host.current,
      doc: first.current,
      extensions: [
        // Before the defaults, which make a blank line of it.
        keymap.of([{ key: 'Mod-Enter', run: submit }]),
        basics(label),
        linter(({ state }) => diagnostics(state.doc, complaintOf(state.doc.toString(), text)), {
          delay: 300,
        }),
        EditorView.updateListener.of((update) => {
          const given = update.transactions.some((transaction) => transaction.annotation(fromOutside));
          if (update.docChanged && !given) calls.current.onChange(update.state.doc.toString());
        }),
      ],
    });
    view.current = editor;
    return () => editor.destroy();
  }, [label, text]);
  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === value) return;
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: value },
      annotations: fromOutside.of(true),
    });
  }, [value]);
  return <div ref={host} className={className} />;
}

function basics(label: string) {
  return [
    lineNumbers(),
    history(),
    indentOnInput(),
    bracketMatching(),
    // Escape, then Tab leaves the editor: CodeMirror's own way out for the keyboard.
    keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
    xml(),
    lintGutter(),
    EditorState.tabSize.of(2),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label }),
    editorTheme,
  ];
}

function diagnostics(doc: Text, complaint: Complaint | undefined): Diagnostic[] {
  if (!complaint || doc.length === 0) return [];
  const line = doc.line(Math.min(Math.max(complaint.line, 1), doc.lines));
  const at = Math.min(line.from + Math.max(complaint.column - 1, 0), line.to);
  const from = Math.max(line.from, Math.min(at, line.to - 1));
  return [
    { from, to: Math.max(at, Math.min(from + 1, doc.length)), severity: 'error', message: complaint.message },
  ];
}
