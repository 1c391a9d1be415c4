/** A diagram read from columns is the diagram that the events themselves make, whole or by parts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagramPart } from '#core/lab/trace-diagram.js';
import { TraceLog } from '#core/lab/trace-log.js';
import type { DiagramColumns } from '#core/shared/trace/diagram/diagram-columns.js';
import { diagramEvents } from '#core/shared/trace/diagram/diagram-columns.js';
import { DiagramFold } from '#core/shared/trace/diagram/diagram-fold.js';
import { TRACE_FIELDS, TRACE_KINDS, type TraceKind } from '#core/shared/trace/trace-schema.js';
import { traceEvent } from '#core/shared/trace/trace-event.js';
import { emptyWorld } from '#core/shared/trace/world/world.js';
import { WorldFold } from '#core/shared/trace/world/world-fold.js';

const ENDS = ['a', 'b', 'client:u', 'outside'];
const LINK = fc.constantFrom('a>b:5277#1', 'client:u>a:5222#2', 'b>outside:5269#3');
const FRAME = fc.integer({ min: 1, max: 9 });
const WORDS = fc.constantFrom('sess-man', 'c2s', 'wifi-off', 'ab', 'ba', 'reset');
const TEXT = fc.constantFrom(
  '<message type="chat" from="u@x" to="v@x"><body>hi · there</body></message>',
  '<cluster><method-call name="user-connected"/></cluster>',
  '<stream:stream xmlns="jabber:client">',
  'no XML → at all',
);

function valueOf(field: string): fc.Arbitrary<string | number> {
  if (field === 'link') return LINK;
  if (field === 'frame') return FRAME;
  if (field === 'text') return TEXT;
  if (['from', 'to', 'acceptor', 'by', 'target'].includes(field)) return fc.constantFrom(...ENDS);
  return WORDS;
}

const row: fc.Arbitrary<{ kind: TraceKind; node: string; values: (string | number)[] }> = fc
  .constantFrom(...TRACE_KINDS)
  .chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      node: fc.constantFrom('', ...ENDS),
      values: fc.tuple(...TRACE_FIELDS[kind].map(valueOf)),
    }),
  );

function recorded(rows: readonly { kind: TraceKind; node: string; values: (string | number)[] }[]): TraceLog {
  let now = 0;
  const trace = new TraceLog({ now: () => (now += 1500), spill: () => '' });
  rows.forEach(({ kind, node, values }, index) => trace.record(kind, node, values as never, index));
  return trace;
}

/** Pictures of a trace that is short: folded from its beginning. */
function picturesOf(trace: TraceLog) {
  return {
    at(seq: number) {
      const fold = new WorldFold(emptyWorld());
      for (const one of trace.range(1, seq)) fold.take(one);
      return fold.world();
    },
  };
}

function told({ lifelines, items, parts }: DiagramFold): unknown {
  return JSON.parse(
    JSON.stringify({ lifelines, items, parts: [...parts].map(([of, all]) => [of, [...all]]) }),
  );
}

/** As it comes over any transport. */
function carried(columns: DiagramColumns): DiagramColumns {
  return JSON.parse(JSON.stringify(columns)) as DiagramColumns;
}

describe('columns', () => {
  it('make the same diagram as the events, in parts of any size', () => {
    const rows = fc.array(row, { maxLength: 120 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 50 }), fc.boolean(), (all, limit, components) => {
        const trace = recorded(all);
        const [whole, read] = [0, 1].map(() => new DiagramFold(['a', 'b'], components)) as [
          DiagramFold,
          DiagramFold,
        ];
        for (const one of trace.range(1, trace.length)) whole.take(traceEvent(one));
        const lab = { trace, pictures: picturesOf(trace) };
        for (let from = 1; from <= trace.length; from += limit) {
          const { columns, to, last } = diagramPart(lab, { from, limit, components });
          expect([to, last]).toEqual([Math.min(trace.length, from + limit - 1), trace.length]);
          for (const event of diagramEvents(carried(columns))) read.take(event);
        }
        expect(told(read)).toEqual(told(whole));
      }),
      { numRuns: 60 },
    );
  });

  it('of the newest events know the links that were there before', () => {
    const link = 'client:u>a:5222#1';
    const trace = recorded([
      { kind: 'link.dialled', node: 'client:u', values: [link, 'c2s', 'client:u', '127.0.0.1', 5222] },
      { kind: 'link.opened', node: 'client:u', values: [link, 'a'] },
      { kind: 'frame.sent', node: 'a', values: [link, 'ba', 1, '<message><body>hi</body></message>'] },
    ]);
    const part = diagramPart({ trace, pictures: picturesOf(trace) }, { limit: 1 });
    expect([part.from, part.to, part.last]).toEqual([3, 3, 3]);
    const fold = new DiagramFold(['a']);
    for (const one of part.links ?? []) fold.knows(one);
    for (const event of diagramEvents(carried(part.columns))) fold.take(event);
    expect(fold.lifelines.map(({ name }) => name)).toEqual(['a', 'client:u']);
    expect(fold.items).toMatchObject([
      { kind: 'message', from: 'a', to: 'client:u', text: 'message · “hi”' },
    ]);
  });

  it('past the end are empty', () => {
    const trace = recorded([]);
    const part = diagramPart({ trace, pictures: picturesOf(trace) }, { from: 9 });
    expect([...diagramEvents(part.columns)]).toEqual([]);
    expect(part).toMatchObject({ to: 0, last: 0 });
  });
});
