import { describe, expect, it } from 'vitest';
import {
  ALL_CLIENTS,
  arranged,
  AS_IT_COMES,
  moved,
  placeIn,
  type Arrangement,
} from '#core/shared/trace/diagram/arrangement.js';
import { ALL_SORTS } from '#core/shared/trace/diagram/diagram.js';
import { DiagramFold } from '#core/shared/trace/diagram/diagram-fold.js';
import { layOut } from '#core/shared/trace/diagram/diagram-layout.js';
import { diagramMermaid } from '#core/shared/trace/diagram/diagram-mermaid.js';
import { ShownDiagram } from '#core/shared/trace/diagram/shown-diagram.js';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';

const ALL = { sorts: new Set(ALL_SORTS), hidden: new Set<string>(), contains: '' };

/** A chat of alice that node `a` hands on to node `b`, component by component. */
function story(): DiagramFold {
  const fold = new DiagramFold(['a', 'b'], true);
  const [c2s, cluster] = ['client:alice>a:5222#1', 'a>b:5277#1'];
  let seq = 0;
  const take = (node: string, cause: number, kind: TraceEvent['kind'], data: TraceEvent['data']): void => {
    seq += 1;
    fold.take({ seq, time: seq, node, cause, kind, data });
  };
  const hop = (node: string, cause: number, component: string): void =>
    take(node, cause, 'packet.hop', { component, queue: 'in', packet: 1, summary: 'message chat' });
  take('client:alice', 0, 'link.dialled', {
    link: c2s,
    service: 'c2s',
    from: 'client:alice',
    to: 'a',
    port: 5222,
  });
  take('a', 0, 'link.dialled', { link: cluster, service: 'cl-comp', from: 'a', to: 'b', port: 5277 });
  take('client:alice', 0, 'frame.sent', { link: c2s, direction: 'ab', frame: 1, text: '<message/>' });
  take('a', 3, 'frame.delivered', { link: c2s, direction: 'ab', frame: 1 });
  hop('a', 4, 'c2s');
  hop('a', 5, 'sess-man');
  hop('a', 6, 'cl-comp');
  take('a', 7, 'frame.sent', { link: cluster, direction: 'ab', frame: 2, text: '<cluster/>' });
  take('b', 8, 'frame.delivered', { link: cluster, direction: 'ab', frame: 2 });
  return fold;
}

function shown(arrangement: Partial<Arrangement>, hidden: readonly string[] = []) {
  const whole = { ...AS_IT_COMES, ...arrangement };
  return new ShownDiagram(story(), { ...ALL, hidden: new Set(hidden) }, whole).now();
}

function names(arrangement: Partial<Arrangement>, hidden?: readonly string[]): string[] {
  return shown(arrangement, hidden).lifelines.map(({ name }) => name);
}

function arrows(arrangement: Partial<Arrangement>, hidden?: readonly string[]): string[] {
  const { items, place = (name) => name } = shown(arrangement, hidden);
  return items.flatMap((item) =>
    item.kind === 'message' ? [`${place(item.from, item.fromPart)} → ${place(item.to, item.toPart)}`] : [],
  );
}

describe('lifelines', () => {
  it('of a process hide what goes on inside it until it is opened, and again when it is closed', () => {
    expect(names({})).toEqual(['a', 'b', 'client:alice']);
    expect(arrows({})).toEqual(['client:alice → a', 'a → b']);
    const opened = { opened: new Set(['a']) };
    expect(names(opened)).toEqual(['a', 'a/c2s', 'a/sess-man', 'a/cl-comp', 'b', 'client:alice']);
    expect(arrows(opened)).toEqual([
      'client:alice → a/c2s',
      'a/c2s → a/sess-man',
      'a/sess-man → a/cl-comp',
      'a/cl-comp → b',
    ]);
  });

  it('of all clients can be one', () => {
    expect(names({ clientsAsOne: true })).toEqual(['a', 'b', ALL_CLIENTS]);
    expect(arrows({ clientsAsOne: true })).toEqual(['clients → a', 'a → b']);
  });

  it('that are hidden take with them all that touches them, a process its components', () => {
    expect(arrows({ opened: new Set(['a']) }, ['a/sess-man'])).toEqual([
      'client:alice → a/c2s',
      'a/cl-comp → b',
    ]);
    expect(names({ opened: new Set(['a']) }, ['a'])).toEqual(['b', 'client:alice']);
    expect(arrows({ clientsAsOne: true }, [ALL_CLIENTS])).toEqual(['a → b']);
  });

  it('stand where they were moved to, and new ones behind their neighbour', () => {
    const order = moved(names({}), 'client:alice', 0);
    expect(names({ order })).toEqual(['client:alice', 'a', 'b']);
    expect(names({ order, opened: new Set(['a']) }).slice(0, 3)).toEqual(['client:alice', 'a', 'a/c2s']);
    expect(moved(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
    const late = { name: 'outside', kind: 'outside' as const };
    const all = arranged([...story().lifelines, late], new Map(), { ...AS_IT_COMES, order });
    expect(all.map(({ name }) => name)).toEqual(['client:alice', 'outside', 'a', 'b']);
  });

  it('are the same in the layout and in the Mermaid text', () => {
    const diagram = shown({ opened: new Set(['a']), clientsAsOne: true });
    const layout = layOut(diagram, 'sequence');
    expect(layout.x('a', 'c2s')).toBe(layout.laneX(1));
    expect(layout.x('client:alice')).toBe(layout.laneX(diagram.lifelines.length - 1));
    expect(diagramMermaid(diagram)).toContain('p5->>p1: message');
  });

  it('are found by the place function alone', () => {
    const place = placeIn({ ...AS_IT_COMES, opened: new Set(['a']) });
    expect([place('a'), place('a', 'c2s'), place('b', 'c2s')]).toEqual(['a', 'a/c2s', 'b']);
  });
});
