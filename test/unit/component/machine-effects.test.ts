import { describe, expect, it } from 'vitest';
import { createActor, setup, SimulatedClock } from 'xstate';
import { withEffects } from '#core/component/machine-effects.js';

const door = setup({
  types: { context: {} as { pushes: number }, input: {} as number, events: {} as { type: 'pushed' } },
  guards: { unlocked: () => true },
  actions: { creak: () => undefined },
  delays: { closing: 500 },
}).createMachine({
  id: 'door',
  context: ({ input }) => ({ pushes: input }),
  initial: 'shut',
  states: {
    shut: { on: { pushed: { guard: 'unlocked', target: 'open', actions: 'creak' } } },
    open: { entry: 'creak', after: { closing: 'shut' } },
  },
});

describe('a machine with effects', () => {
  it('has the states of the machine that it is made of', () => {
    const provided = withEffects(door, { actions: { creak: () => undefined } });
    expect(provided.root).toBe(door.root);
    expect(provided.id).toBe('door');
  });

  it('runs its own actions, guards and delays, and keeps those that nobody has given', () => {
    const heard: string[] = [];
    const clock = new SimulatedClock();
    const loud = withEffects(door, { actions: { creak: () => heard.push('loud') }, delays: { closing: 20 } });
    const locked = withEffects(loud, { guards: { unlocked: () => false } });
    const [plain, first, second] = [door, loud, locked].map((machine) =>
      createActor(machine, { input: 0, clock }).start(),
    );
    for (const actor of [plain, first, second]) actor?.send({ type: 'pushed' });
    expect(heard).toEqual(['loud', 'loud']);
    clock.increment(20);
    expect([plain, first, second].map((actor) => actor?.getSnapshot().value)).toEqual([
      'open',
      'shut',
      'shut',
    ]);
  });

  it('runs an action of its initial state', () => {
    const heard: string[] = [];
    const begun = setup({ actions: { begin: () => undefined } }).createMachine({ entry: 'begin' });
    createActor(withEffects(begun, { actions: { begin: () => heard.push('begun') } })).start();
    expect(heard).toEqual(['begun']);
  });
});
