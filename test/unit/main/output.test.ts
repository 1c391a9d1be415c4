import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#core/shared/config/lint/finding.js';
import { formatFinding, jsonFinding } from '#main/cli/format-finding.js';
import { Output, type TextStream } from '#main/cli/output.js';
import { quoteLine } from '#main/cli/quoted-line.js';

function stream(): TextStream & { text: string; fail(): void } {
  const hearing: ((error: Error) => void)[] = [];
  return {
    text: '',
    write(text, written) {
      this.text += text;
      written?.();
    },
    on: (_event, hear) => hearing.push(hear),
    fail: () => hearing.forEach((hear) => hear(new Error('EPIPE'))),
  };
}

const range = { file: 'a.properties', line: 2, column: 3, endLine: 2, endColumn: 6 };

describe('Output', () => {
  it('puts results and sentences where they belong, in the language asked for', async () => {
    const [stdout, stderr] = [stream(), stream()];
    const output = new Output('zh-CN', { stdout, stderr });
    output.line('{}');
    output.say('cli.not-yet', { option: '--db' });
    await output.flushed();
    expect([stdout.text, stderr.text]).toEqual(['{}\n', 'cluster-lab: 尚不支持 --db，请去掉它。\n']);
  });

  it('goes on when its reader has gone', async () => {
    const [stdout, stderr] = [stream(), stream()];
    const output = new Output('en', { stdout, stderr });
    stdout.fail();
    output.line('lost');
    output.note('kept');
    await output.flushed();
    expect([stdout.text, stderr.text]).toEqual(['', 'kept\n']);
  });
});

describe('quoteLine', () => {
  const place = (column: number, endColumn: number) => ({ ...range, line: 1, column, endColumn, endLine: 1 });

  it('underlines what is meant', () => {
    expect(quoteLine('x\nabcdef', range)).toEqual({ line: 'abcdef', underline: '  ^^^' });
    expect(quoteLine('a\tb', place(3, 4))).toEqual({ line: 'a b', underline: '  ^' });
    expect(quoteLine('主机=x', place(4, 5))).toEqual({ line: '主机=x', underline: '     ^' });
    expect(quoteLine('abc', place(4, 4))).toEqual({ line: 'abc', underline: '   ^' });
    expect(quoteLine('ab\ncd', { ...place(2, 2), endLine: 2 })).toEqual({ line: 'ab', underline: ' ^' });
    expect(quoteLine('abc', range)).toBeUndefined();
  });

  it('cuts a long line around what is meant', () => {
    const quoted = quoteLine(`${'a'.repeat(200)}XYZ${'b'.repeat(200)}`, place(201, 204));
    const at = quoted?.underline.indexOf('^') ?? 0;
    expect(quoted?.line.slice(at, at + 3)).toBe('XYZ');
    expect(quoted?.line.length).toBeLessThan(110);
  });

  it('lets nothing through that moves a cursor', () => {
    expect(quoteLine('a\u001b[2Jb\u202ec', place(1, 2))?.line).toBe('a·[2Jb·c');
  });

  it('never throws', () => {
    const number = fc.integer({ min: -3, max: 300 });
    const property = fc.property(
      fc.string({ maxLength: 300 }),
      number,
      number,
      number,
      number,
      (text, ...at) => {
        const [line, column, endLine, endColumn] = at;
        quoteLine(text, { file: '', line, column, endLine, endColumn });
      },
    );
    fc.assert(property);
  });
});

describe('a finding', () => {
  const finding: Finding = {
    code: 'C1',
    severity: 'error',
    range,
    params: { value: 'x', suggestion: 'y', variant: 'near' },
    related: [{ range: { ...range, line: 9 } }],
    fix: { title: 'replace', params: { text: 'y' }, edits: [{ range, newText: 'y' }] },
  };

  it('is told to a person with its place, its line and why it matters', () => {
    const text = formatFinding('en', finding, new Map([['a.properties', '\n  xyz']]));
    const lines = text.split('\n');
    expect(lines.slice(0, 3)).toEqual([
      'a.properties:2:3 error C1 Tigase does not know the config-type "x". Did you mean "y"?',
      '    2 |   xyz',
      '      |   ^^^',
    ]);
    expect(lines.slice(4)).toEqual([
      '        see also a.properties:9:3',
      '        fix: put "y" there instead',
    ]);
  });

  it('is told to a program with nothing left out', () => {
    expect(jsonFinding(finding)).toEqual({
      code: 'C1',
      severity: 'error',
      ...range,
      params: finding.params,
      related: [{ ...range, line: 9, params: {} }],
      fix: { title: 'replace', params: { text: 'y' }, edits: [{ ...range, newText: 'y' }] },
    });
    const bare: Finding = { code: 'X1', severity: 'error', range, params: {} };
    expect(jsonFinding(bare)).toMatchObject({ related: [], fix: null });
  });
});
