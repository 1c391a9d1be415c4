import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_IT_COMES } from '#core/shared/trace/diagram/arrangement.js';
import { ALL_SORTS, filtered, type DiagramItem, type Message } from '#core/shared/trace/diagram/diagram.js';
import { LongArrows } from '#core/shared/trace/diagram/long-arrows.js';
import { ShownDiagram } from '#core/shared/trace/diagram/shown-diagram.js';

function message(seq: number, end: number | undefined): Message {
  const how = 'delivered' as const;
  const message: Message = {
    kind: 'message',
    seq,
    time: seq,
    from: 'a',
    to: seq % 3 === 0 ? 'b' : 'c',
    link: 'a>b',
    text: `m${seq}`,
    sort: 'stanza',
  };
  return end === undefined ? message : { ...message, end: { seq: end, time: end, how, reason: '' } };
}

const lifelines = ['a', 'b', 'c'].map((name) => ({ name, kind: 'process' as const }));
const filter = { sorts: new Set(ALL_SORTS), hidden: new Set(['b']), contains: '' };

describe('a diagram that grows', () => {
  it('shows at any time what a filter of the whole would show', () => {
    const whole = { lifelines, items: [] as DiagramItem[], rewritten: 0, parts: new Map() };
    const shown = new ShownDiagram(whole, filter, AS_IT_COMES);
    for (let seq = 1; seq <= 100; seq += 1) {
      whole.items.push(message(seq, undefined));
      if (seq % 7 === 0) expect(shown.now()).toMatchObject(filtered(whole, filter));
    }
  });

  it('looks again at what was there when its text has changed', () => {
    const first = message(1, undefined);
    const whole = { lifelines, items: [first], rewritten: 0, parts: new Map() };
    const shown = new ShownDiagram(whole, { ...filter, contains: 'edited' }, AS_IT_COMES);
    expect(shown.now().items).toEqual([]);
    first.text = 'edited *';
    whole.rewritten += 1;
    expect(shown.now().items).toEqual([first]);
  });
});

describe('arrows that reach into a view from above', () => {
  it('are those that a search of every item finds, also after some have ended', () => {
    const lengths = fc.array(fc.option(fc.nat(900), { nil: undefined }), { minLength: 1, maxLength: 1200 });
    fc.assert(
      fc.property(lengths, fc.nat(1200), (ends, first) => {
        const items = ends.map((length, seq) =>
          message(seq, length === undefined ? undefined : seq + length),
        );
        const long = new LongArrows(items);
        const expected = (): number[] =>
          items.flatMap((item, index) => (index < first && (item.end?.seq ?? -1) >= first ? [index] : []));
        expect([...long.reaching(first, first)]).toEqual(expected());
        for (const item of items) item.end ??= { seq: item.seq + 500, time: 0, how: 'delivered', reason: '' };
        expect([...long.reaching(first, first)]).toEqual(expected());
      }),
      { numRuns: 30 },
    );
  });
});
