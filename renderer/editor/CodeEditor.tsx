/** CodeMirror as a React component: what every editor of the window has, the rest comes as `extensions`. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { lintGutter, type Diagnostic } from '@codemirror/lint';
import { Annotation, EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, type Ref } from 'react';
import { editorTheme } from './editor-theme.js';

interface Props {
  value: string;
  onChange: (value: string) => void;
  /** Name for screen readers. */
  label: string;
  /** Keep it the same from one drawing to the next: a new one begins a new editor, without its history. */
  extensions: Extension;
  className?: string | undefined;
  /** The view, while there is one. */
  ref?: Ref<EditorView | undefined>;
}

/** Marks a text that was put in from outside: only what is typed counts as a change. */
const fromOutside = Annotation.define<boolean>();

export function CodeEditor({ value, onChange, label, extensions, className, ref }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const changed = useRef(onChange);
  const first = useRef(value);
  useEffect(() => {
    changed.current = onChange;
    first.current = value;
  });
  // Before anybody asks for the view.
  useLayoutEffect(() => {
    if (!host.current) return undefined;
    const editor = new EditorView({
      parent: host.current,
      doc: first.current,
      extensions: [
        extensions,
        basics(label),
        EditorView.updateListener.of((update) => {
          const given = update.transactions.some((transaction) => transaction.annotation(fromOutside));
          if (update.docChanged && !given) changed.current(update.state.sliceDoc());
        }),
      ],
    });
    view.current = editor;
    return () => {
      view.current = undefined;
      editor.destroy();
    };
  }, [label, extensions]);
  useImperativeHandle(ref, () => view.current, [label, extensions]);
  useEffect(() => {
    if (view.current) putIn(view.current, value);
  }, [value]);
  return <div ref={host} className={className} />;
}

/** Changes no more than what differs, so that the cursor stays where it is. */
function putIn(editor: EditorView, value: string): void {
  const old = editor.state.sliceDoc();
  if (old === value) return;
  const wanted = editor.state.toText(value);
  const had = editor.state.doc;
  const [before, now] = [had.toString(), wanted.toString()];
  const from = sharedStart(before, now);
  const most = Math.min(before.length, now.length) - from;
  const end = Math.min(most, sharedEnd(before, now));
  editor.dispatch({
    changes: { from, to: had.length - end, insert: wanted.slice(from, wanted.length - end) },
    annotations: fromOutside.of(true),
  });
}

function sharedStart(some: string, other: string): number {
  let count = 0;
  while (count < Math.min(some.length, other.length) && some[count] === other[count]) count += 1;
  return count;
}

function sharedEnd(some: string, other: string): number {
  let count = 0;
  while (count < Math.min(some.length, other.length) && some.at(-1 - count) === other.at(-1 - count))
    count += 1;
  return count;
}

const RANK: Readonly<Record<Diagnostic['severity'], number>> = { error: 0, warning: 1, info: 2, hint: 3 };

/** What the mark of a line stands for is read first; the others as they stand in the line. */
function worstFirst(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
}

function basics(label: string): Extension {
  return [
    lineNumbers(),
    history(),
    // After what the editor itself binds, so that it comes first.
    keymap.of([...defaultKeymap, ...historyKeymap]),
    lintGutter({ tooltipFilter: worstFirst }),
    EditorState.tabSize.of(2),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    editorTheme,
  ];
}
