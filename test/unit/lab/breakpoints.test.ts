import { describe, expect, it } from 'vitest';
import { breakpointSpec } from '#core/shared/api/breakpoint.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import { Breakpoints } from '#core/lab/breakpoints.js';

const moved: TraceRow = [
  7,
  0,
  'server1',
  0,
  'machine.transition',
  ['room', 'tea', 'e1', 'open.empty', 'join'],
];
const refused: TraceRow = [8, 0, 'server1', 0, 'machine.refused', ['room', 'tea', 'gone', 'join', '']];
const fin: TraceRow = [9, 0, 'server2', 0, 'link.fin', ['server1>server2:5277#4', 'server1']];
const log: TraceRow = [10, 0, 'server1', 0, 'node.log', ['WARNING', 'tigase.cluster.X', 'no such node']];

function hits(spec: Parameters<Breakpoints['set']>[0], row: TraceRow): boolean {
  const points = new Breakpoints();
  points.set(spec);
  return points.happened(row) !== undefined;
}

describe('breakpoints', () => {
  it('stop at a machine that enters a state, or one within it', () => {
    expect(hits({ machine: { machine: 'room', state: 'open' } }, moved)).toBe(true);
    expect(hits({ machine: { instance: 'tea', state: 'open.empty' } }, moved)).toBe(true);
    expect(hits({ machine: { state: 'op' } }, moved)).toBe(false);
    expect(hits({ machine: { state: 'open' }, node: 'server2' }, moved)).toBe(false);
    expect(hits({ machine: { state: 'gone' } }, refused)).toBe(false);
  });

  it('stop at a machine that refuses an event', () => {
    expect(hits({ machine: { refuses: 'join' } }, refused)).toBe(true);
    expect(hits({ machine: { refuses: '*' } }, refused)).toBe(true);
    expect(hits({ machine: { refuses: 'leave' } }, refused)).toBe(false);
    expect(hits({ machine: { refuses: '*' } }, moved)).toBe(false);
  });

  it('stop at a stage of one link, or of every connection between two', () => {
    expect(hits({ stage: 'fin' }, fin)).toBe(true);
    expect(hits({ stage: 'fin', link: 'server1>server2:5277' }, fin)).toBe(true);
    expect(hits({ stage: 'fin', link: 'server1>server2:5277#40' }, fin)).toBe(false);
    expect(hits({ stage: 'reset' }, fin)).toBe(false);
  });

  it('stop at a line of a log', () => {
    expect(hits({ log: { level: 'WARNING', logger: 'cluster', contains: 'no such' } }, log)).toBe(true);
    expect(hits({ log: { level: 'SEVERE' } }, log)).toBe(false);
    expect(hits({ log: { contains: 'other' } }, log)).toBe(false);
    expect(hits({ log: { contains: 'open' } }, moved)).toBe(false);
  });

  it('want exactly one thing, and intercept frames only', () => {
    expect(breakpointSpec.safeParse({ stage: 'fin' }).success).toBe(true);
    expect(breakpointSpec.safeParse({}).success).toBe(false);
    expect(breakpointSpec.safeParse({ stage: 'fin', log: {} }).success).toBe(false);
    expect(breakpointSpec.safeParse({ stage: 'fin', intercept: true }).success).toBe(false);
    expect(breakpointSpec.safeParse({ machine: { state: 'a', refuses: 'b' } }).success).toBe(false);
  });
});
