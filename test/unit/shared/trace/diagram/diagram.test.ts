import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_SORTS, filtered, type Message } from '#core/shared/trace/diagram/diagram.js';
import { DiagramFold } from '#core/shared/trace/diagram/diagram-fold.js';
import { layOut } from '#core/shared/trace/diagram/diagram-layout.js';
import { diagramMermaid } from '#core/shared/trace/diagram/diagram-mermaid.js';
import { diagramSvg } from '#core/shared/trace/diagram/diagram-svg.js';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import { parseElement } from '#core/xml/stanza-parser.js';

let seq = 0;
function event(time: number, node: string, kind: TraceEvent['kind'], data: TraceEvent['data']): TraceEvent {
  seq += 1;
  return { seq, time, node, cause: 0, kind, data };
}

function story(text: string): DiagramFold {
  seq = 0;
  const link = 'client:alice>a:5222#1';
  const fold = new DiagramFold(['a', 'b']);
  const events = [
    event(0, 'client:alice', 'link.dialled', {
      link,
      service: 'c2s',
      from: 'client:alice',
      to: 'a',
      port: 5222,
    }),
    event(1, 'client:alice', 'link.opened', { link, acceptor: 'a' }),
    event(2, 'client:alice', 'frame.sent', { link, direction: 'ab', frame: 1, text }),
    event(3, 'a', 'frame.sent', { link, direction: 'ba', frame: 2, text: '<iq type="result"/>' }),
    event(5, 'a', 'frame.delivered', { link, direction: 'ab', frame: 1 }),
    event(6, 'client:alice', 'frame.dropped', { link, direction: 'ba', frame: 2, reason: 'reset' }),
    event(7, '', 'fault.applied', { fault: 'fault-1', kind: 'wifi-off', target: 'b', settings: '{}' }),
  ];
  for (const one of events) fold.take(one);
  return fold;
}

describe('the diagram of a run', () => {
  it('has who there is, what goes between them, and what becomes of it', () => {
    const { lifelines, items } = story('<message type="chat" to="b@x"><body>hi</body></message>');
    expect(lifelines).toEqual([
      { name: 'a', kind: 'process' },
      { name: 'b', kind: 'process' },
      { name: 'client:alice', kind: 'client' },
    ]);
    expect(items.map(({ seq: at, text, sort }) => [at, sort, text])).toEqual([
      [2, 'link', 'opened client:alice>a:5222#1'],
      [3, 'stanza', 'message chat · “hi”'],
      [4, 'stanza', 'iq result'],
      [7, 'fault', '+ wifi-off b'],
    ]);
    const [, sent, lost, fault] = items;
    expect(sent).toMatchObject({ from: 'client:alice', to: 'a', end: { how: 'delivered', time: 5 } });
    expect(lost).toMatchObject({ from: 'a', to: 'client:alice', end: { how: 'dropped', reason: 'reset' } });
    expect(fault).toMatchObject({ kind: 'note', at: 'b' });
  });

  it('puts an arrow’s end below what was sent before it arrived, or at its lab time', () => {
    const fold = story('<a/>');
    const rows = layOut(fold, 'sequence');
    expect(rows.endY(1)).toBeGreaterThan(rows.y(2));
    const timed = layOut(fold, 'space-time', { msHeight: 10 });
    expect(timed.endY(1) - timed.y(1)).toBeCloseTo(30);
    expect(timed.firstAt(timed.y(2))).toBe(2);
  });

  it('leaves out what the filter does not want', () => {
    const fold = story('<a/>');
    const some = filtered(fold, {
      sorts: new Set(ALL_SORTS),
      hidden: new Set(['client:alice']),
      contains: '',
    });
    expect(some.lifelines.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(some.items.map(({ sort }) => sort)).toEqual(['fault']);
    const named = filtered(fold, { sorts: new Set(ALL_SORTS), hidden: new Set(), contains: 'IQ' });
    expect(named.items).toHaveLength(1);
  });

  it('is well-formed SVG whatever was said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const fold = story('<a/>');
        (fold.items[1] as Message).text = text;
        const parsed = parseElement(diagramSvg(fold, 'sequence').trim());
        expect(parsed.ok ? '' : parsed.error.ruleDetail).toBe('');
      }),
    );
  });

  it('is Mermaid with one statement a line whatever was said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const fold = story('<a/>');
        (fold.items[1] as Message).text = text;
        const [head, ...lines] = diagramMermaid(fold).trimEnd().split('\n');
        expect(head).toBe('sequenceDiagram');
        const statement = /^ {4}(participant p\d+ as .+|Note over p\d+: .+|p\d+(->>|-x|--\))p\d+: \S.*)$/u;
        for (const line of lines) expect(line).toMatch(statement);
        // `;` only ends an entity.
        for (const line of lines) expect(line.replace(/#\d+;/g, '')).not.toMatch(/[;#]/);
        expect(lines).toHaveLength(fold.lifelines.length + fold.items.length);
      }),
    );
  });
});
