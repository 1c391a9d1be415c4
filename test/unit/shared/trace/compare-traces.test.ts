import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTraces, type Comparison } from '#core/shared/trace/compare/compare-traces.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';

type Word = [node: string, kind: TraceRow[4], values: unknown[]];

function trace(words: readonly Word[]): TraceRow[] {
  return words.map(
    ([node, kind, values], index) => [index + 1, index * 100, node, 0, kind, values] as TraceRow,
  );
}

function chat(frame: number, text: string): Word[] {
  const link = 'client:bob>server1:5222#1';
  return [
    ['server1', 'frame.sent', [link, 'ba', frame, `<message><body>${text}</body></message>`]],
    ['client:bob', 'frame.delivered', [link, 'ba', frame]],
  ];
}

const word = fc.oneof(
  fc.tuple(
    fc.constantFrom('a', 'b'),
    fc.constant('node.log' as const),
    fc.tuple(fc.constant('INFO'), fc.constant('x'), fc.string()),
  ),
  fc.tuple(
    fc.constant(''),
    fc.constant('link.opened' as const),
    fc.tuple(fc.constantFrom('a>b:1#1', 'a>b:1#2', 'b>a:1#1'), fc.constant('b')),
  ),
  fc.tuple(
    fc.constant('a'),
    fc.constant('machine.transition' as const),
    fc.tuple(fc.constant('room'), fc.constantFrom('r', 's'), fc.constant('e'), fc.string(), fc.constant('v')),
  ),
);

function mirrored({ events, differences, headline: _, ...rest }: Comparison) {
  return {
    ...rest,
    events: { left: events.right, right: events.left },
    differences: differences.map(({ left, right, rest: more, ...others }) => ({
      ...others,
      ...(right ? { left: right } : {}),
      ...(left ? { right: left } : {}),
      rest: { left: more.right, right: more.left },
    })),
  };
}

describe('comparing two traces', () => {
  it('finds nothing between a trace and itself', () => {
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const { identical, differences, headline, total } = compareTraces(trace(words), trace(words));
        expect({ identical, differences, headline, total }).toEqual({
          identical: true,
          differences: [],
          headline: undefined,
          total: 0,
        });
      }),
    );
  });

  it('says the same from either side', () => {
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (left, right) => {
        const { headline: _, ...there } = compareTraces(trace(left), trace(right));
        expect(mirrored(compareTraces(trace(right), trace(left)))).toEqual(there);
      }),
    );
  });

  it('takes what only comes at another time, or between other things, for the same', () => {
    const log: Word = ['server1', 'node.log', ['INFO', 'x', 'hello']];
    const result = compareTraces(trace([log, ...chat(1, 'hi')]), trace([...chat(7, 'hi'), log]));
    expect(result).toMatchObject({ identical: false, firstEvent: 1, total: 0, agreed: 2 });
  });

  it('names first what a user has missed', () => {
    const log: Word = ['server1', 'node.log', ['INFO', 'x', 'only here']];
    const result = compareTraces(
      trace([log, ...chat(1, 'hi'), ...chat(2, 'again')]),
      trace([...chat(1, 'hi')]),
    );
    expect(result.headline).toEqual({
      subject: 'client bob',
      kind: 'client',
      same: 1,
      left: { seq: 5, time: 0.4, text: '<message><body>again</body></message>' },
      rest: { left: 1, right: 0 },
    });
    expect(result.differences.map(({ subject }) => subject)).toEqual(['log server1', 'client bob']);
  });
});
