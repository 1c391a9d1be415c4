/** CodeMirror in the window's own colours: tokens, so that light and dark need no second theme. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const look = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--bg)', color: 'var(--text)', fontSize: 'var(--size)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': {
    backgroundColor: 'var(--surface-2)',
    color: 'var(--muted)',
    borderRight: '1px solid var(--border)',
  },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--surface-3)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--accent-soft)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--surface-3)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--surface)',
    color: 'var(--text)',
    border: '1px solid var(--border-strong)',
  },
  // A list of plugins can have a finding for each of them.
  '.cm-tooltip-lint': { maxHeight: '45vh', overflowY: 'auto' },
  '.cm-diagnostic': { maxWidth: '560px', whiteSpace: 'pre-line' },
  '.cm-lint-marker-info': {
    content: 'normal',
    width: '8px',
    height: '8px',
    margin: '4px',
    borderRadius: '50%',
    backgroundColor: 'var(--info)',
  },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--error)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--warn)' },
  '.cm-diagnostic-info': { borderLeftColor: 'var(--info)' },
  '.cm-diagnosticAction': {
    backgroundColor: 'var(--accent)',
    color: 'var(--accent-text)',
    borderRadius: '4px',
  },
  // A way to another place changes nothing, so it does not look like a cure.
  '.cm-diagnosticAction.cm-see': {
    backgroundColor: 'transparent',
    color: 'var(--accent)',
    textDecoration: 'underline',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '16em' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--text)',
  },
  '.cm-completionMatchedText': { color: 'var(--accent)', textDecoration: 'none', fontWeight: '600' },
  '.cm-completionDetail': { color: 'var(--muted)', fontFamily: 'var(--font)', fontStyle: 'normal' },
  '.cm-explanation': {
    maxWidth: '460px',
    padding: '8px 10px',
    fontSize: 'var(--size-s)',
    lineHeight: '1.45',
  },
  '.cm-explanation p': { margin: '4px 0' },
  '.cm-explanation-name': { fontWeight: '600', color: 'var(--accent)' },
  '.cm-explanation dl': {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: '2px 10px',
    margin: '6px 0 0',
  },
  '.cm-explanation dt': { color: 'var(--muted)' },
  '.cm-explanation dd': { margin: '0', overflowWrap: 'anywhere' },
  '.cm-explanation ul': { margin: '6px 0 0', paddingLeft: '16px' },
});

const colours = HighlightStyle.define([
  { tag: [tags.tagName, tags.angleBracket], color: 'var(--accent)' },
  { tag: tags.attributeName, color: 'var(--info)' },
  { tag: tags.attributeValue, color: 'var(--ok)' },
  { tag: [tags.comment, tags.processingInstruction], color: 'var(--muted)' },
  { tag: tags.character, color: 'var(--warn)' },
  { tag: tags.invalid, color: 'var(--error)' },
]);

export const editorTheme = [look, syntaxHighlighting(colours)];
