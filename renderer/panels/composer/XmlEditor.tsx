import { indentWithTab } from '@codemirror/commands';
import { xml } from '@codemirror/lang-xml';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { linter, type Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { useEffect, useMemo, useRef } from 'react';
import { CodeEditor } from '#renderer/editor/CodeEditor.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { complaintOf, type Complaint } from './problem-text.js';

interface Props {
  value: string;
  onChange: (value: string) => void;
  /** Ctrl+Enter */
  onSubmit: () => void;
  label: string;
  className?: string | undefined;
}

/** One stanza as XML, with what is wrong marked at its place. */
export function XmlEditor({ onSubmit, ...editor }: Props) {
  const text = useText();
  const submit = useRef(onSubmit);
  useEffect(() => void (submit.current = onSubmit));
  const extensions = useMemo(() => {
    const run = (): boolean => {
      submit.current();
      return true;
    };
    return [
      // Before the defaults, which make a blank line of it. Escape, then Tab leaves the editor: CodeMirror's own way out.
      keymap.of([{ key: 'Mod-Enter', run }, indentWithTab]),
      indentOnInput(),
      bracketMatching(),
      xml(),
      linter(({ state }) => diagnostics(state.doc, complaintOf(state.doc.toString(), text)), { delay: 300 }),
    ];
  }, [text]);
  return <CodeEditor {...editor} extensions={extensions} />;
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
