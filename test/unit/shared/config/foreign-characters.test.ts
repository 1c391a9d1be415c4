import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '#core/shared/config/edit/apply-edits.js';
import { parseInitProperties } from '#core/shared/config/init-properties.js';

/** Severity, and from where to where. */
function found(text: string, isUtf8?: boolean): string[] {
  return parseInitProperties('f', text, isUtf8)
    .problems.filter(({ code }) => code === 'X6')
    .map(({ severity, range }) => {
      const { line, column, endLine, endColumn } = range;
      return `${severity} ${line}:${column}-${endLine}:${endColumn}`;
    });
}

/** The text after the quick fix of each X6. */
function fixed(text: string): string {
  const edits = parseInitProperties('f', text).problems.flatMap(({ fix }) => fix?.edits ?? []);
  return applyEdits(text, edits);
}

describe('characters outside ASCII (X6)', () => {
  it('are named once a line, in keys and values, and not in comments', () => {
    expect(found('# é\na=b\\u00e9\n! 中\\\n')).toEqual([]);
    expect(found('a = xéüy中\né=1')).toEqual(['info 1:6-1:8', 'info 2:1-2:2']);
    expect(found('a=x\\\n  é')).toEqual(['info 2:3-2:4']);
  });

  it('are a warning without a quick fix when their bytes were no UTF-8', () => {
    expect(found('a=é', false)).toEqual(['warning 1:3-1:4']);
    expect(parseInitProperties('f', 'a=é', false).problems[0]?.fix).toBeUndefined();
  });

  it.each([
    ['a=xé y中', 'a=x\\u00e9 y\\u4e2d'],
    ['é=😀', '\\u00e9=\\ud83d\\ude00'],
    ['a=\\é', 'a=\\u00e9'],
    ['a=\\\\é', 'a=\\\\\\u00e9'],
  ])('become escapes in %j', (text, expected) => expect(fixed(text)).toBe(expected));

  it('mean the same as escapes, whatever stands around them', () => {
    const piece = fc.constantFrom('a', 'é', '中', '😀', '\\', '\\\\', '=', ' ', '\n', '\\\n ', '#', '\u00a0');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }).map((parts) => parts.join('')),
        (text) => {
          const read = (given: string) =>
            parseInitProperties('f', given).entries.map(({ key, value }) => [key, value]);
          expect(read(fixed(text))).toEqual(read(text));
          expect(found(fixed(text))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
