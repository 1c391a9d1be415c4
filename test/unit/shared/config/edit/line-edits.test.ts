import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '#core/shared/config/edit/apply-edits.js';
import { setProperties } from '#core/shared/config/edit-topology/line-edits.js';
import { findEntry, parseInitProperties } from '#core/shared/config/init-properties.js';
import { anyProperties } from '../any-properties.js';

function set(text: string, values: [string, string][]): string {
  return applyEdits(text, setProperties({ name: 'f', text }, parseInitProperties('f', text), values));
}

/** A backslash by itself is an entry without a key only while it is the last thing in a text. */
function named(text: string): [string, string][] {
  const { entries } = parseInitProperties('f', text);
  return entries.filter(({ key }) => key !== '').map(({ key, value }) => [key, value]);
}

const LINE_END = /\r\n|\r|\n/;

describe('setProperties', () => {
  it.each([
    ['a', 'a = 1'],
    ['a\n', 'a = 1\n'],
    ['a\\\n', 'a = 1'],
    ['a =', 'a = 1'],
    ['  a\t: b # c\r\n', '  a\t: 1\r\n'],
    ['a=1\n', 'a=1\n'],
    ['', 'a = 1\n'],
    ['b=2', 'b=2\na = 1\n'],
    ['b=2\r\n', 'b=2\r\na = 1\r\n'],
    ['b=2\\', 'b=2\\\n\na = 1\n'],
    ['b=2\\\n', 'b=2\\\n\na = 1\n'],
  ])('in %j', (text, expected) => expect(set(text, [['a', '1']])).toBe(expected));

  it('escapes a value', () => {
    expect(set('a=1', [['a', 'C:\\x']])).toBe('a=C:\\\\x');
  });

  it('gives any text the value, and no other line another character', () => {
    const value = fc.constantFrom('1', 'x,y', 'C:\\u', 'a b', '#', '= :', '中');
    fc.assert(
      fc.property(anyProperties, fc.constantFrom('a', '--x', 'b'), value, (text, key, wanted) => {
        const after = set(text, [[key, wanted]]);
        const expected = named(text);
        const index = expected.findLastIndex(([name]) => name === key);
        if (index >= 0) expected[index] = [key, wanted];
        else expected.push([key, wanted]);
        expect(named(after)).toEqual(expected);
        const lines = text.split(LINE_END);
        const entry = findEntry(parseInitProperties('f', text), key);
        const from = entry ? entry.keyRange.line - 1 : lines.length - 1;
        const to = entry ? entry.valueRange.endLine : lines.length;
        const now = after.split(LINE_END);
        expect(now.slice(0, from)).toEqual(lines.slice(0, from));
        if (to < lines.length) expect(now.slice(to - lines.length)).toEqual(lines.slice(to));
      }),
      { numRuns: 1000 },
    );
  });
});
