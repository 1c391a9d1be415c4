import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '#core/shared/config/edit/apply-edits.js';
import type { TextEdit } from '#core/shared/config/lint/finding.js';
import { parseInitProperties } from '#core/shared/config/init-properties.js';

function edit(line: number, column: number, endLine: number, endColumn: number, newText: string): TextEdit {
  return { range: { file: 'f', line, column, endLine, endColumn }, newText };
}

describe('applyEdits', () => {
  it('puts several in, whatever their order', () => {
    const edits = [edit(2, 1, 2, 2, 'X'), edit(1, 2, 1, 2, '+')];
    expect(applyEdits('ab\r\ncd', edits)).toBe('a+b\r\nXd');
    expect(applyEdits('ab\r\ncd', edits.toReversed())).toBe('a+b\r\nXd');
  });

  it('ends lines as the text does', () => {
    expect(applyEdits('a\r\nb', [edit(2, 1, 2, 1, 'x\ny\n')])).toBe('a\r\nx\r\ny\r\nb');
    expect(applyEdits('a', [edit(1, 2, 1, 2, '\nb')])).toBe('a\nb');
  });

  it('reaches over line ends, and past the end', () => {
    expect(applyEdits('a\rb\nc', [edit(1, 2, 3, 1, '|')])).toBe('a|c');
    expect(applyEdits('a', [edit(9, 9, 9, 9, '!')])).toBe('a!');
  });

  it('replaces exactly what the reader of properties has read', () => {
    const key = fc.stringMatching(/^[a-z-]{1,8}$/);
    const entries = fc.uniqueArray(fc.tuple(key, key), {
      minLength: 1,
      maxLength: 5,
      selector: ([name]) => name,
    });
    fc.assert(
      fc.property(entries, fc.constantFrom('\n', '\r\n', '\r'), fc.nat(), (pairs, end, pick) => {
        const text = pairs.map(([name, value]) => `${name} = ${value}`).join(end);
        const index = pick % pairs.length;
        const range = parseInitProperties('f', text).entries[index]?.valueRange;
        if (!range) throw new Error('not read');
        const after = parseInitProperties('f', applyEdits(text, [{ range, newText: 'new' }])).entries;
        const wanted = pairs.map(([name, value], at) => [name, at === index ? 'new' : value]);
        expect(after.map((entry) => [entry.key, entry.value])).toEqual(wanted);
      }),
    );
  });
});
