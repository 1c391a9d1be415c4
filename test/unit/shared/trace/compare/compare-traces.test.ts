import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, commonPairs, startsOf } from '#core/shared/trace/compare/align.js';
import { compareTraces } from '#core/shared/trace/compare/compare-traces.js';
import { plainText } from '#core/shared/trace/compare/plain-text.js';
import { sourceOf } from '#core/shared/trace/compare/trace-source.js';
import { renderHeadline } from '#core/shared/text/render-comparison.js';
import type { TraceKind, TraceRow, TraceRows } from '#core/shared/trace/trace-schema.js';

type Said = { [K in TraceKind]: [kind: K, node: string, values: TraceRows[K], cause?: number] }[TraceKind];

function trace(...said: Said[]): TraceRow[] {
  return said.map(
    ([kind, node, values, cause = 0], index) =>
      [index + 1, index * 100, node, cause, kind, values] as TraceRow,
  );
}

const compare = (left: readonly TraceRow[], right: readonly TraceRow[]) =>
  compareTraces(sourceOf(left), sourceOf(right));

const LINK = 'server1>server2:5277#1';
const HI = "<message to='bob@x' id='m1'><body>hi</body></message>";
const up: Said = ['link.opened', 'server1', [LINK, 'server2']];
const hop: Said = ['frame.sent', 'server1', [LINK, 'ab', 1, HI]];
const toBob: Said = ['frame.sent', 'server2', ['client:bob>server2:5222#1', 'ba', 2, HI]];
const bobGets: Said = ['frame.delivered', 'client:bob', ['client:bob>server2:5222#1', 'ba', 2], 3];
const lost: Said = ['frame.dropped', 'server1', [LINK, 'ab', 1, 'link-closed'], 2];
const room: Said = ['machine.started', 'muc1', ['room', 'muc1/muc/room tea', 'open']];
const warn: Said = ['node.log', 'server1', ['WARNING', 'a.B', 'slow']];

describe('comparing two traces', () => {
  it('names the message that one client did not get, and where it was lost', () => {
    const found = compare(trace(up, hop, toBob, bobGets), trace(up, hop, lost));
    expect(found.verdict).toBe('different');
    expect(found.firstEvent).toMatchObject({ seq: 3, left: { kind: 'frame.sent' } });
    expect(found.headline).toMatchObject({
      code: 'compare.headline.message.dropped',
      params: {
        client: 'bob',
        message: 'hi',
        has: 'left',
        lacks: 'right',
        link: LINK,
        reason: 'link-closed',
      },
      left: { seq: 4 },
      right: { seq: 3 },
    });
    expect(renderHeadline('en', found.headline)).toBe(
      `bob got the message “hi” in left, and not in right: there it was lost on ${LINK} (link-closed).`,
    );
    expect(found.ends).toContainEqual({ what: 'received', subject: 'bob', left: '1', right: '' });
    expect(found.ends).toContainEqual({ what: 'lost', subject: LINK, left: '', right: '1' });
  });

  it('says of a message that nobody dropped where it waits', () => {
    const { headline } = compare(trace(up, hop, toBob, bobGets), trace(up, hop));
    expect(headline).toMatchObject({ code: 'compare.headline.message.waits', params: { link: LINK } });
  });

  it('calls two orders of independent events the same story', () => {
    const found = compare(trace(up, room, warn), trace(warn, up, room));
    expect(found).toMatchObject({ verdict: 'same-story', differences: [], ends: [], firstEvent: { seq: 1 } });
  });

  it('tells another order within one subject from other things that happened', () => {
    const late: Said = ['node.log', 'server1', ['INFO', 'a.B', 'late']];
    expect(compare(trace(warn, late), trace(late, warn)).differences).toMatchObject([{ how: 'order' }]);
    expect(compare(trace(warn, late), trace(warn)).differences).toMatchObject([
      { how: 'left', kind: 'node', left: { seq: 2 }, count: { left: 2, right: 1 } },
    ]);
    expect(compare(trace(warn), trace(late)).differences).toMatchObject([{ how: 'changed' }]);
  });

  it('looks past ids, stamps and dialling ports, and not past others', () => {
    const stream = (id: string, port: number, at: string): string =>
      `<s id='${id}' p='1.2.3.4:${port}' at='${at}'/>`;
    const one = stream('6c1f2b07-1186-4dad-beeb-a47a6a1ee899', 40001, '2026-01-01T00:00:00Z');
    const other = stream('38009c04-a7bf-4940-a907-e5d526386334', 51234, '2026-01-02T10:00:00.123Z');
    expect(plainText(one)).toBe(plainText(other));
    expect(plainText('vm:5277')).not.toBe(plainText('vm:5270'));
  });

  const anything = fc
    .array(
      fc.oneof(
        ...[up, hop, toBob, bobGets, lost, room, warn].map((said) => fc.constant(said)),
        fc.constantFrom('a', 'b', 'c').map((state): Said => {
          return ['machine.transition', 'server1', ['node', 'server1/process', 'e', state, 'go']];
        }),
      ),
      { maxLength: 40 },
    )
    .map((said) => trace(...said));

  it('finds nothing between a trace and itself', () => {
    fc.assert(
      fc.property(anything, (rows) => {
        expect(compare(rows, structuredClone(rows))).toMatchObject({ verdict: 'identical', differing: 0 });
      }),
    );
  });

  it('finds the same the other way round', () => {
    const turned = { changed: 'changed', order: 'order', left: 'right', right: 'left' } as const;
    fc.assert(
      fc.property(anything, anything, (one, other) => {
        const [there, back] = [compare(one, other), compare(other, one)];
        expect(back.verdict).toBe(there.verdict);
        expect(back.firstEvent?.seq).toBe(there.firstEvent?.seq);
        const key = (list: typeof there.differences): string[] =>
          list
            .map(({ kind, subject, how, left, right }) => [kind, subject, how, left?.seq, right?.seq].join())
            .sort();
        const mirrored = back.differences.map((one) => {
          const { left, right, ...rest } = one;
          return {
            ...rest,
            how: turned[one.how],
            ...(right ? { left: right } : {}),
            ...(left ? { right: left } : {}),
          };
        });
        expect(key(mirrored)).toEqual(key(there.differences));
        expect(back.ends).toHaveLength(there.ends.length);
      }),
    );
  });
});

describe('two traces side by side', () => {
  it('pairs what is the same, whatever its number, and leaves a gap beside the rest', () => {
    const { rows, next } = align(
      sourceOf(trace(up, warn, room)),
      sourceOf(trace(up, room, lost)),
      { left: 1, right: 1 },
      100,
    );
    expect(rows.map(({ left, right }) => [left?.seq, right?.seq])).toEqual([
      [1, 1],
      [2, undefined],
      [3, 2],
      [undefined, 3],
    ]);
    expect(next).toEqual({ left: 101, right: 101 });
  });

  it('shows every event once, window after window', () => {
    const words = fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 60 });
    const rowsOf = (list: string[]): TraceRow[] =>
      trace(...list.map((word): Said => ['node.log', 'n', ['INFO', 'l', word]]));
    fc.assert(
      fc.property(words, words, fc.integer({ min: 1, max: 20 }), (one, other, limit) => {
        const [left, right] = [sourceOf(rowsOf(one)), sourceOf(rowsOf(other))];
        const seen: { left: number[]; right: number[] } = { left: [], right: [] };
        let from = { left: 1, right: 1 };
        while (from.left <= left.length || from.right <= right.length) {
          const { rows, next } = align(left, right, from, limit);
          for (const row of rows) {
            if (row.left) seen.left.push(row.left.seq);
            if (row.right) seen.right.push(row.right.seq);
          }
          expect(next.left + next.right).toBeGreaterThan(from.left + from.right);
          from = next;
        }
        expect(seen.left).toEqual(one.map((_, index) => index + 1));
        expect(seen.right).toEqual(other.map((_, index) => index + 1));
      }),
    );
  });

  it('begins at the same lab time on a side that is not given', () => {
    const [left, right] = [sourceOf(trace(up, warn, room)), sourceOf(trace(up, room, lost, warn))];
    expect(startsOf(left, right, { left: 3 })).toEqual({ left: 3, right: 3 });
    expect(startsOf(left, right, { right: 4 })).toEqual({ left: 4, right: 4 });
    expect(startsOf(left, right, {})).toEqual({ left: 1, right: 1 });
  });

  it('pairs as many as can be', () => {
    expect(commonPairs([...'abcbdab'], [...'bdcaba'])).toHaveLength(4);
    expect(commonPairs([], ['a'])).toEqual([]);
  });
});
