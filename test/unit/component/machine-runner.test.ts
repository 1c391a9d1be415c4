import { describe, expect, it } from 'vitest';
import { setup } from 'xstate';
import { runMachine } from '#core/component/machine-runner.js';
import { LabClock } from '#core/lab/clock.js';
import { TraceLog } from '#core/lab/trace-log.js';
import { machineGraph } from '#core/shared/machines/machine-graph.js';

const door = setup({
  types: {
    context: {} as { locked: boolean },
    input: {} as { locked: boolean },
    events: {} as { type: 'pushed' } | { type: 'kicked' } | { type: 'unheard' } | { type: 'tired' },
  },
  guards: { unlocked: ({ context }) => !context.locked },
  actions: { creak: () => undefined },
  delays: { closing: 500 },
}).createMachine({
  id: 'door',
  context: ({ input }) => input,
  initial: 'shut',
  states: {
    shut: { on: { pushed: { guard: 'unlocked', target: 'moving', actions: 'creak' }, kicked: 'broken' } },
    moving: { always: 'open' },
    open: { after: { closing: 'shut' }, on: { tired: 'shut' } },
    broken: { type: 'final' },
  },
});

function host(): { clock: LabClock; trace: TraceLog; kinds(): [string, unknown[]][] } {
  const trace = new TraceLog({ now: () => 0, spill: () => '' });
  const clock = new LabClock(
    () => 0,
    (timer) => timer.run(),
  );
  return { clock, trace, kinds: () => trace.range(1, trace.length).map((row) => [row[4], row[5]]) };
}

describe('a running machine', () => {
  it('writes each micro-step under the id of the drawn edge', () => {
    const { clock, trace, kinds } = host();
    const running = runMachine({ node: 'n', clock: clock.forNode('n'), trace }, door, 'n/door', {
      locked: false,
    });
    running.send({ type: 'pushed' });
    expect(running.state).toBe('open');
    clock.fireNext();
    expect(running.state).toBe('shut');
    const taken = kinds()
      .filter(([kind]) => kind === 'machine.transition')
      .map(([, values]) => values[2]);
    expect(taken).toEqual([
      'door.shut|pushed|0',
      'door.moving|always|0',
      'door.open|xstate.after.closing.door.open|0',
    ]);
    const drawn = machineGraph(door).edges.map(({ id }) => id);
    expect(taken.every((edge) => drawn.includes(String(edge)))).toBe(true);
  });

  it('names the guard that refused, and says so of an event that nobody takes or that comes after the end', () => {
    const { clock, trace, kinds } = host();
    const running = runMachine({ node: 'n', clock: clock.forNode('n'), trace }, door, 'n/door', {
      locked: true,
    });
    running.send({ type: 'pushed' });
    running.send({ type: 'unheard' });
    running.send({ type: 'kicked' });
    running.send({ type: 'kicked' });
    const refused = kinds()
      .filter(([kind]) => kind === 'machine.refused')
      .map(([, values]) => values.slice(2));
    expect(refused).toEqual([
      ['shut', 'pushed', 'unlocked'],
      ['shut', 'unheard', ''],
      ['broken', 'kicked', ''],
    ]);
  });

  it('keeps what its own actions send until it has come to rest', () => {
    const { clock, trace, kinds } = host();
    const provided = door.provide({ actions: { creak: () => running.send({ type: 'tired' }) } });
    const running = runMachine({ node: 'n', clock: clock.forNode('n'), trace }, provided, 'n/door', {
      locked: false,
    });
    running.send({ type: 'pushed' });
    expect(running.state).toBe('shut');
    expect(kinds().some(([kind]) => kind === 'machine.refused')).toBe(false);
  });

  it('leaves no timer behind when it is stopped', () => {
    const { clock, trace } = host();
    const running = runMachine({ node: 'n', clock: clock.forNode('n'), trace }, door, 'n/door', {
      locked: false,
    });
    running.send({ type: 'pushed' });
    expect(clock.timers()).toHaveLength(1);
    running.stop();
    expect(clock.timers()).toEqual([]);
  });
});
