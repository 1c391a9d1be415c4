import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import type { TraceKind } from '#core/shared/trace/trace-schema.js';
import { momentsOf, stateAt, wireOf } from '#renderer/panels/two-ends/wire-rows.js';

const LINK = 'a>b:5277#1';
const ENDS = { dialler: 'a/dial', acceptor: 'b/accept' };

function event(seq: number, kind: TraceKind, data: TraceEvent['data']): TraceEvent {
  return { seq, time: seq, node: '', cause: 0, kind, data };
}

const frame = (id: number) => ({ link: LINK, direction: 'ab', frame: id });
const EVENTS = [
  event(1, 'machine.started', { machine: 'm', instance: 'a/dial', state: 'waiting' }),
  event(2, 'link.opened', { link: LINK, acceptor: 'b' }),
  event(3, 'frame.sent', { ...frame(1), text: '<a/>' }),
  event(4, 'frame.sent', { ...frame(2), text: '<b/>' }),
  event(5, 'frame.sent', { link: 'other', direction: 'ab', frame: 9, text: '<c/>' }),
  event(6, 'frame.delivered', frame(1)),
  event(7, 'machine.transition', {
    machine: 'm',
    instance: 'b/accept',
    edge: 'e',
    state: 'live',
    event: 'x',
  }),
  event(8, 'frame.sent', { ...frame(3), text: '<d/>' }),
  event(9, 'frame.dropped', { ...frame(3), reason: 'reset' }),
];

describe('both ends of a link and the wire', () => {
  it('have every moment in a row of its own, with frames from where they left to where they arrived', () => {
    const wire = wireOf(EVENTS, LINK, ENDS);
    expect(wire.times).toEqual([1, 2, 3, 4, 6, 7, 8, 9]);
    expect(wire.items.filter(({ kind }) => kind === 'frame')).toMatchObject([
      { seq: 3, from: 2, to: 4, dropped: undefined },
      { seq: 4, from: 3, to: undefined, dropped: undefined },
      { seq: 8, from: 6, to: 7, dropped: 'reset' },
    ]);
    expect(wire.items.filter(({ kind }) => kind === 'move')).toMatchObject([
      { end: 'dialler', row: 0, state: 'waiting' },
      { end: 'acceptor', row: 5, state: 'live' },
    ]);
    expect(momentsOf(wire)).toEqual([1, 2, 3, 4, 7, 8]);
  });

  it('keep the newest when there is too much, without arrivals of what is left out', () => {
    const { times, items } = wireOf(EVENTS, LINK, ENDS, 4);
    expect(times).toEqual([7, 8, 9]);
    expect(items.map(({ kind }) => kind)).toEqual(['move', 'frame']);
  });

  it('knows the state of an end at a moment', () => {
    expect(stateAt(EVENTS, 'b/accept', 6)).toBeUndefined();
    expect(stateAt(EVENTS, 'b/accept', 7)).toEqual({ state: 'live', edge: 'e' });
    expect(stateAt(EVENTS, 'a/dial', 9)).toEqual({ state: 'waiting', edge: '' });
  });
});
