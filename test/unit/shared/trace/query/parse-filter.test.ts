import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILTER_FIELDS } from '#core/shared/trace/query/filter-expression.js';
import { filterTest } from '#core/shared/trace/query/match-filter.js';
import { parseFilter } from '#core/shared/trace/query/parse-filter.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';

const MESSAGE = `<message from='alice@example.test/a' to="bob@example.test" id='m&amp;1'><body id="no">Hello *</body></message>`;
const ROWS: TraceRow[] = [
  [1, 0, '', 0, 'lab.ready', []],
  [2, 4_000_000, 'muc1', 0, 'link.opened', ['muc1>server1:5270#2', 'server1']],
  [3, 5_000_000, 'server1', 2, 'frame.sent', ['muc1>server1:5270#2', 'ba', 7, MESSAGE]],
  [4, 5_500_000, 'muc1', 3, 'frame.delivered', ['muc1>server1:5270#2', 'ba', 7]],
  [
    5,
    6_000_000,
    'server2',
    1,
    'machine.transition',
    ['cluster-dialler', 'c1', 'e', 'connected.live', 'OPEN'],
  ],
  [6, 7_000_000, 'server2', 4, 'packet.dropped', ['sess-man', 3, 'no route']],
];

function found(text: string): number[] {
  const { expression, issues } = parseFilter(text);
  expect(issues).toEqual([]);
  return ROWS.filter(filterTest(expression)).map(([seq]) => seq);
}

describe('the filter language', () => {
  it.each<[string, number[]]>([
    ['', [1, 2, 3, 4, 5, 6]],
    ['node:muc1', [2, 4]],
    ['node:""', [1]],
    ['node!=muc1', [1, 3, 5, 6]],
    ['kind:frame.*', [3, 4]],
    ['not kind:frame.* node:s*', [5, 6]],
    ['!kind:frame.* and node:s*', [5, 6]],
    ['link:muc1>*', [2, 3, 4]],
    ['link:*#2 direction:ba', [3, 4]],
    ['text~"hello"', [3]],
    ['text~"hello *"', [3]],
    ['HELLO', [3]],
    ['"no route"', [6]],
    ['stanza.to:bob@*', [3]],
    ['stanza.to:"bob@*"', []],
    ['stanza.id:m&1', [3]],
    ['stanza.id:no', []],
    ['stanza.name:message', [3]],
    ['machine:cluster-dialler state:connected', [5]],
    ['cause:2', [2, 3, 4, 6]],
    ['cause:2 node:server2', [6]],
    ['parent:2', [3]],
    ['seq:2..4', [2, 3, 4]],
    ['seq:5..', [5, 6]],
    ['time>5s', [4, 5, 6]],
    ['time>=5s time<6s', [3, 4]],
    ['time:5000', [3]],
    ['node:muc1 or node:server2', [2, 4, 5, 6]],
    ['(node:muc1 or node:server2) kind:link.opened', [2]],
    ['node:muc1 kind:link.opened or seq:1', [1, 2]],
    ['not (node:muc1 || node:server1)', [1, 5, 6]],
    ['frame:7', [3, 4]],
    ['reason!~route kind:packet.*', []],
  ])('%s', (text, seqs) => {
    expect(found(text)).toEqual(seqs);
  });

  it.each<[string, string, number, number]>([
    ['nod:x', 'unknown-field', 0, 3],
    ['node:', 'missing-value', 0, 5],
    ['node:a (kind:link.*', 'open-paren', 7, 8],
    ['node:a )', 'stray-paren', 7, 8],
    ['text~"abc', 'open-quote', 5, 9],
    ['a or', 'missing-term', 4, 4],
    ['seq:abc', 'not-a-number', 4, 7],
    ['node>5', 'not-comparable', 5, 6],
    ['kind:nothing.*', 'unknown-kind', 5, 14],
    ['time:5parsecs', 'not-a-number', 5, 13],
    ['()', 'missing-term', 1, 2],
  ])('says what is wrong with %s, and where', (text, code, from, to) => {
    expect(parseFilter(text).issues).toMatchObject([{ code, from, to }]);
  });

  it('takes any text without throwing, and places every issue inside it', () => {
    const piece = fc.oneof(
      fc.constantFrom('(', ')', '"', '\\', ' ', ':', '!', '..', '*', 'or', 'and', 'not', '>=', '~', '5s'),
      fc.constantFrom(...FILTER_FIELDS),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const { expression, issues } = parseFilter(text);
        for (const { from, to } of issues) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(text.length);
        }
        const test = filterTest(expression);
        for (const row of ROWS) expect(typeof test(row)).toBe('boolean');
      }),
      { numRuns: 2000 },
    );
  });

  it('finds any value that is put in quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (value) => {
        const { expression, issues } = parseFilter(`node:"${value.replace(/[\\"]/g, '\\$&')}"`);
        expect(issues).toEqual([]);
        expect(filterTest(expression)([1, 0, value, 0, 'lab.ready', []])).toBe(true);
        expect(filterTest(expression)([1, 0, `${value}x`, 0, 'lab.ready', []])).toBe(false);
      }),
    );
  });

  it('does not run away on deep nesting', () => {
    const { issues } = parseFilter('('.repeat(4000));
    expect(issues.map(({ code }) => code)).toContain('too-deep');
    expect(() => parseFilter('not '.repeat(4000))).not.toThrow();
  });
});
