/** Completion and explanations of a properties editor, from the catalogue. */
import {
  autocompletion,
  completionKeymap,
  insertCompletionText,
  pickedCompletion,
  type Completion,
  type CompletionSource,
} from '@codemirror/autocomplete';
import type { EditorState, Extension } from '@codemirror/state';
import { hoverTooltip, keymap, type EditorView, type HoverTooltipSource } from '@codemirror/view';
import { hoverAt } from '#core/shared/config/assist/hover.js';
import { proposalsAt } from '#core/shared/config/assist/proposals.js';
import { describeEntry } from '#core/shared/config/catalogue/describe.js';
import type { SourceRange } from '#core/shared/config/source-range.js';
import type { Language } from '#core/shared/text/render.js';
import { explanation } from './explanation.js';
import { lineEndingOf, Places } from './line-endings.js';

/** What the editor asks of the topology while somebody writes. */
export interface AssistContext {
  /** Components that the process would load. */
  components: () => readonly { name: string; className: string }[];
}

export function propertyAssist(lang: Language, context: AssistContext): Extension {
  return [
    autocompletion({ override: [proposals(lang, context)], icons: false, maxRenderedOptions: 60 }),
    keymap.of(completionKeymap),
    explanations(lang),
  ];
}

function proposals(lang: Language, { components }: AssistContext): CompletionSource {
  return ({ state, pos, explicit }) => {
    const { text, places } = read(state);
    const found = proposalsAt(text, places.placeOf(pos), components());
    if (!found) return null;
    const { from, to } = spanOf(found.range, places);
    // Not before somebody has begun to write, unless it is asked for.
    if (!explicit && state.sliceDoc(from, pos).trim() === '') return null;
    return {
      from,
      options: found.proposals.map(({ label, insert, entry }) => ({
        label,
        // What stands behind the cursor is replaced as well, but does not count when proposals are chosen.
        apply: (view: EditorView, completion: Completion) =>
          accept(view, completion, insert, { from, behind: to - pos }),
        detail: found.what === 'key' ? firstSentence(describeEntry(entry, lang).meaning) : '',
        info: () => explanation(describeEntry(entry, lang), lang),
      })),
      ...(found.what === 'key' ? { validFor: /^[^\s=:]*$/ } : {}),
    };
  };
}

function accept(
  view: EditorView,
  completion: Completion,
  insert: string,
  { from, behind }: { from: number; behind: number },
): void {
  const to = view.state.selection.main.head + behind;
  view.dispatch({
    ...insertCompletionText(view.state, insert, from, to),
    annotations: pickedCompletion.of(completion),
  });
}

const SENTENCE_END = /[.:;。：；]/;

function firstSentence(text: string): string {
  const [first = ''] = text.split(SENTENCE_END);
  return first;
}

function explanations(lang: Language): Extension {
  const source: HoverTooltipSource = ({ state }, pos) => {
    const { text, places } = read(state);
    const found = hoverAt(text, places.placeOf(pos), lang);
    if (!found) return null;
    const { from, to } = spanOf(found.range, places);
    return { pos: from, end: to, above: true, create: () => ({ dom: explanation(found.about, lang) }) };
  };
  // Who writes does not read it, and it lies over the buttons above the text.
  return hoverTooltip(source, { hideOnChange: true });
}

function read(state: EditorState): { text: string; places: Places } {
  const text = state.sliceDoc();
  return { text, places: new Places(state.doc, lineEndingOf(text)) };
}

function spanOf(range: SourceRange, places: Places): { from: number; to: number } {
  return {
    from: places.offsetOf(range.line, range.column),
    to: places.offsetOf(range.endLine, range.endColumn),
  };
}
