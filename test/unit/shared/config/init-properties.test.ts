import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findEntry,
  parseInitProperties,
  rangeInValue,
  splitValue,
  stripLineNumbers,
  valueOf,
} from '#core/shared/config/init-properties.js';
import type { SourceRange } from '#core/shared/config/source-range.js';
import { anyProperties } from './any-properties.js';
import { anyText } from './any-text.js';

const read = (text: string) => parseInitProperties('f', text);
const pairs = (text: string) => read(text).entries.map((entry) => [entry.key, entry.value]);
const at = (line: number, column: number, endLine: number, endColumn: number) => {
  return { file: 'f', line, column, endLine, endColumn };
};

/** What stands in a range. */
function sliceOf(text: string, { line, column, endLine, endColumn }: SourceRange): string {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (end) => end.index + end[0].length)];
  return text.slice((starts[line - 1] ?? 0) + column - 1, (starts[endLine - 1] ?? 0) + endColumn - 1);
}

describe('parseInitProperties', () => {
  it.each([
    ['a=b', 'a', 'b'],
    ['a = b ', 'a', 'b'],
    ['a:b', 'a', 'b'],
    ['a b=c', 'a', 'b=c'],
    ['a = = b', 'a', '= b'],
    ['  a\t=\fb', 'a', 'b'],
    ['a', 'a', ''],
    ['=b', '', 'b'],
    ['--external = d:s:listen:1', '--external', 'd:s:listen:1'],
    ['x/jabber\\:iq\\:auth=1', 'x/jabber:iq:auth', '1'],
    ['a=\\u4e2d\\t\\z', 'a', '中\tz'],
    ['a=b\\\\', 'a', 'b\\'],
    ['a=b\\', 'a', 'b'],
    ['\uFEFFa=b', 'a', 'b'],
  ])('%j', (text, key, value) => expect(pairs(text)).toEqual([[key, value]]));

  it('skips comments and blank lines, whatever ends them', () => {
    expect(pairs('# c\r\n  ! d\r\r\n\n a=1\rb=2\n#x\\\nc=3')).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
    ]);
  });

  it('joins continued lines, where a comment sign is no comment', () => {
    const text = 'a=x,\\\n   #y,\\\r\n\tz\nb=1';
    expect(pairs(text)).toEqual([
      ['a', 'x,#y,z'],
      ['b', '1'],
    ]);
    const entry = findEntry(read(text), 'a');
    expect(entry?.valueRange).toEqual(at(1, 3, 3, 3));
    expect(entry && splitValue(entry, ',').map((part) => part.range)).toEqual([
      at(1, 3, 1, 4),
      at(2, 4, 2, 6),
      at(3, 2, 3, 3),
    ]);
  });

  it('keeps repeated keys and looks up the last', () => {
    const file = read('a=1\na=2');
    expect(file.entries).toHaveLength(2);
    expect(valueOf(file, 'a')).toBe('2');
    expect(valueOf(file, 'b')).toBeUndefined();
  });

  it('knows exact positions, escapes included', () => {
    const [entry] = read('\n  --key  = a\\u0062c,d  ').entries;
    expect(entry?.keyRange).toEqual(at(2, 3, 2, 8));
    expect(entry?.valueRange).toEqual(at(2, 12, 2, 22));
    expect(entry?.value).toBe('abc,d');
    expect(entry && rangeInValue(entry, 0, 1)).toEqual(at(2, 12, 2, 13));
    expect(entry && rangeInValue(entry, 1, 2)).toEqual(at(2, 13, 2, 19));
    expect(entry && rangeInValue(entry, 4, 5)).toEqual(at(2, 21, 2, 22));
    const [empty] = read('a =').entries;
    expect(empty?.valueRange).toEqual(at(1, 4, 1, 4));
  });

  it('names malformed escapes and a byte-order mark', () => {
    const file = read('\uFEFFa=x\\u12g4y');
    expect(file.entries[0]?.value).toBe('xu12g4y');
    expect(file.problems).toMatchObject([{ code: 'X3' }, { code: 'X2', range: at(1, 5, 1, 7) }]);
  });

  it('never throws, and every range is inside the text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyProperties), (text) => {
        const lines = text.split(/\r\n|\r|\n/);
        const { entries, problems } = read(text);
        const ranges = entries.flatMap((entry) => [
          entry.keyRange,
          entry.valueRange,
          ...splitValue(entry, ',').map((part) => part.range),
        ]);
        for (const range of [...ranges, ...problems.map((problem) => problem.range)]) {
          expect(range.endLine).toBeLessThanOrEqual(lines.length);
          expect(range.endColumn).toBeLessThanOrEqual((lines[range.endLine - 1]?.length ?? 0) + 1);
          const ordered = range.line < range.endLine || range.column <= range.endColumn;
          expect(ordered && range.line <= range.endLine).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds in the ranges of keys and values what it has read there', () => {
    fc.assert(
      fc.property(anyProperties, (text) => {
        for (const { key, value, keyRange, valueRange } of read(text).entries) {
          if (key !== '') expect(pairs('\n' + sliceOf(text, keyRange))).toEqual([[key, '']]);
          expect(pairs(`k=${sliceOf(text, valueRange)}`)).toEqual([['k', value]]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes a lone backslash for a blank line, and at the end of the text for an empty key, as Java does', () => {
    expect(pairs('\\\n\na=b')).toEqual([['a', 'b']]);
    expect(pairs('\\\n#a=b')).toEqual([]);
    expect(pairs('\\\n')).toEqual([['', '']]);
    expect(pairs('\\\r\n')).toEqual([]);
    expect(read(' \\').entries[0]?.keyRange).toEqual(at(1, 2, 1, 3));
  });

  it('stays linear', () => {
    const text = `a=${'x,\\\n'.repeat(100_000)}${'\\u0041'.repeat(50_000)}`;
    expect(read(text).entries[0]?.value).toHaveLength(250_000);
  });
});

describe('stripLineNumbers', () => {
  it('takes the numbers of a pasted listing away', () => {
    expect(stripLineNumbers('  1. a = b\n\n  12. --c=d:1')).toBe('a = b\n\n--c=d:1');
    expect(stripLineNumbers('1、a=b\r\n2、c=d')).toBe('a=b\nc=d');
  });

  it('makes the heading above a listing a comment', () => {
    const pasted = 'Server1(hostname: vm-128-157)配置\n\n  1. a = b\n  2. c=d\n';
    expect(stripLineNumbers(pasted)).toBe('# Server1(hostname: vm-128-157)配置\n\na = b\nc=d\n');
  });

  it('leaves other text alone', () => {
    expect(stripLineNumbers('  1. a = b\nc=d')).toBe('  1. a = b\nc=d');
    expect(stripLineNumbers('c=d\n  1. a = b')).toBe('c=d\n  1. a = b');
    expect(stripLineNumbers('a: b')).toBe('a: b');
    expect(stripLineNumbers('')).toBe('');
  });
});
