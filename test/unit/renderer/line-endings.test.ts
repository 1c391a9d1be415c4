import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInitProperties } from '#core/shared/config/init-properties.js';
import { lineEndingOf, Places } from '#renderer/editor/line-endings.js';

function open(text: string) {
  const ending = lineEndingOf(text);
  const state = EditorState.create({ doc: text, extensions: EditorState.lineSeparator.of(ending) });
  return { state, places: new Places(state.doc, ending) };
}

const lines = fc.array(fc.constantFrom('a', 'key = value', '', '# c', '\\', '键=值'), { maxLength: 6 });
const ending = fc.constantFrom('\n', '\r\n', '\r');

describe('line endings', () => {
  it('go through an editor unharmed, alone and mixed', () => {
    const mixed = fc.array(fc.tuple(lines, ending), { maxLength: 4 });
    fc.assert(
      fc.property(mixed, (parts) => {
        const text = parts.map(([some, end]) => some.join(end) + end).join('');
        expect(open(text).state.sliceDoc()).toBe(text);
      }),
    );
  });

  it('leave places where the reader of properties sees them', () => {
    fc.assert(
      fc.property(lines, fc.array(ending, { minLength: 6, maxLength: 6 }), (some, ends) => {
        const text = some.map((line, index) => line + ends[index]).join('') + 'key = value';
        const { state, places } = open(text);
        const entry = parseInitProperties('f', text).entries.at(-1);
        const { line = 0, column = 0 } = entry?.valueRange ?? {};
        const offset = places.offsetOf(line, column);
        expect(state.doc.sliceString(offset, offset + 5, '\n')).toBe(entry?.value.slice(0, 5));
        expect(places.placeOf(offset)).toEqual({ line, column });
      }),
    );
  });

  it('takes the nearest place where there is none', () => {
    const { state, places } = open('a\nbc');
    expect(places.offsetOf(9, 9)).toBe(state.doc.length);
    expect(places.offsetOf(1, 9)).toBe(1);
    expect(places.offsetOf(0, 0)).toBe(0);
  });
});
