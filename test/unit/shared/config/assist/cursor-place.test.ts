import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cursorPlace, itemAt } from '#core/shared/config/assist/cursor-place.js';
import { parseInitProperties } from '#core/shared/config/init-properties.js';
import { anyText } from '../any-text.js';
import { atCursor } from './at-cursor.js';

function at(marked: string) {
  const { text, cursor } = atCursor(marked);
  return { place: cursorPlace(parseInitProperties('f', text), text, cursor), cursor };
}

function itemIn(marked: string) {
  const { place, cursor } = at(marked);
  if (place?.at !== 'value') throw new Error('no value there');
  const { text, index } = itemAt(place.entry, ',', cursor);
  return [text, index];
}

describe('what stands under a cursor', () => {
  it.each([
    ['|--admins = a', 'key'],
    ['--adm|ins = a', 'key'],
    ['--admins| = a', 'key'],
    ['--admins |= a', 'value'],
    ['--admins = a|', 'value'],
    ['--admins = |', 'value'],
    ['--admins = a,\\\n  |', 'value'],
    ['--admins = a,\\\n  b|\n', 'value'],
    ['--admins = a\n|', 'key'],
    ['# a comm|ent', undefined],
  ])('%j', (marked, expected) => {
    expect(at(marked).place?.at).toBe(expected);
  });

  it('a blank line may become a key, and has no entry', () => {
    expect(at('a=b\n|\nc=d').place).toMatchObject({ at: 'key', range: { line: 2, column: 1, endColumn: 1 } });
    expect(at('a=b\n|\nc=d').place).not.toHaveProperty('entry');
  });

  it.each([
    ['k = a|,b', 'a', 0],
    ['k = a,|b', 'b', 1],
    ['k = a,b,|', '', 2],
    ['k = a, |', '', 1],
    ['k = a,|,c', '', 1],
    ['k = a,\\\n   |b', 'b', 1],
    ['k = |', '', 0],
  ])('the item in %j', (marked, text, index) => {
    expect(itemIn(marked)).toEqual([text, index]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(anyText, fc.nat(30), fc.nat(30), (text, line, column) => {
        const file = parseInitProperties('f', text);
        const place = cursorPlace(file, text, { line, column });
        if (place?.at === 'value') itemAt(place.entry, ',', { line, column });
      }),
    );
  });
});
