/** Colours of a properties file, by the very reader that the lab uses: what looks like a key is one. */
import { RangeSetBuilder, type Extension } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import { parseInitProperties } from '#core/shared/config/init-properties.js';
import type { SourceRange } from '#core/shared/config/source-range.js';
import { lineEndingOf, Places } from './line-endings.js';

const KEY = Decoration.mark({ class: 'cm-property-key' });
const VALUE = Decoration.mark({ class: 'cm-property-value' });
const COMMENT = Decoration.mark({ class: 'cm-property-comment' });

const look = EditorView.baseTheme({
  '.cm-property-key': { color: 'var(--accent)' },
  '.cm-property-value': { color: 'var(--text)' },
  '.cm-property-comment': { color: 'var(--muted)', fontStyle: 'italic' },
});

export const propertiesHighlight: Extension = [
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = decorate(view);
      }
      update(update: ViewUpdate): void {
        if (update.docChanged) this.decorations = decorate(update.view);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  ),
  look,
];

function decorate({ state }: EditorView): DecorationSet {
  const text = state.sliceDoc();
  const places = new Places(state.doc, lineEndingOf(text));
  const marks: { from: number; to: number; mark: Decoration }[] = [];
  const add = (range: SourceRange, mark: Decoration): void => {
    const from = places.offsetOf(range.line, range.column);
    const to = places.offsetOf(range.endLine, range.endColumn);
    if (from < to) marks.push({ from, to, mark });
  };
  const written = new Set<number>();
  for (const { keyRange, valueRange } of parseInitProperties('', text).entries) {
    for (let line = keyRange.line; line <= valueRange.endLine; line += 1) written.add(line);
    add(keyRange, KEY);
    add(valueRange, VALUE);
  }
  for (let number = 1; number <= state.doc.lines; number += 1) {
    const { from, to, text: line } = state.doc.line(number);
    const isComment = /^[ \t\f]*[#!]/.test(line) && !written.has(places.placeOf(from).line);
    if (isComment) marks.push({ from, to, mark: COMMENT });
  }
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to, mark } of marks.sort((a, b) => a.from - b.from)) builder.add(from, to, mark);
  return builder.finish();
}
