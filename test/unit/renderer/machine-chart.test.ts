import { describe, expect, it } from 'vitest';
import { createMachine } from 'xstate';
import { MACHINES } from '#core/shared/machines/catalog.js';
import { machineGraph } from '#core/shared/machines/machine-graph.js';
import { currentStates, delayOf, edgeText } from '#renderer/flow/chart-labels.js';
import { layoutMachine, type ChartLayout } from '#renderer/flow/machine-layout.js';

const portText = (states: number): string => `any of ${states}`;

function chart(machine: (typeof MACHINES)[number], labels = true): ChartLayout {
  const labelled = labels ? { labelOf: (edge: { label: string }) => edge.label } : {};
  return layoutMachine(machineGraph(machine), { portText, ...labelled });
}

const light = createMachine({
  id: 'light',
  initial: 'red',
  states: { red: { on: { go: 'green' } }, green: { on: { stop: 'red' } } },
});
const lightWithAmber = createMachine({
  id: 'light',
  initial: 'red',
  states: { red: { on: { go: 'green' } }, green: { on: { stop: 'amber' } }, amber: { on: { stop: 'red' } } },
});

describe.each(MACHINES.map((machine) => [machine.id, machine] as const))(
  'the chart of %s',
  (_id, machine) => {
    const graph = machineGraph(machine);

    it.each([true, false])('has each state of the definition once, and no other (labels: %s)', (labels) => {
      const drawn = chart(machine, labels).states.map(({ id }) => id);
      expect(drawn).toEqual(graph.states.map(({ id }) => id));
    });

    it.each([true, false])('draws each transition along a path of its own arrow (labels: %s)', (labels) => {
      const { arrows } = chart(machine, labels);
      const drawn = arrows.flatMap(({ edges }) => edges.map(({ id, target }) => `${id} ${target}`));
      expect(drawn.sort()).toEqual(graph.edges.map(({ id, target }) => `${id} ${target}`).sort());
      for (const { path } of arrows) expect(path).toMatch(/^M-?[\d.]+ -?[\d.]+ [LQ]-?\d/);
    });

    it('keeps states inside their box and everything inside the drawing', () => {
      const { states, ports, width, height } = chart(machine);
      const byId = new Map(states.map((state) => [state.id, state]));
      for (const box of [...states, ...ports]) {
        const around = byId.get(box.parent ?? '') ?? { x: 0, y: 0, width, height };
        expect(box.x).toBeGreaterThanOrEqual(around.x);
        expect(box.y).toBeGreaterThanOrEqual(around.y);
        expect(box.x + box.width).toBeLessThanOrEqual(around.x + around.width);
        expect(box.y + box.height).toBeLessThanOrEqual(around.y + around.height);
      }
    });

    it('lays no state over another that it is not in', () => {
      const { states } = chart(machine);
      const plain = states.filter(({ compound }) => !compound);
      for (const [index, one] of plain.entries()) {
        for (const other of plain.slice(index + 1)) {
          const apart =
            one.x + one.width <= other.x ||
            other.x + other.width <= one.x ||
            one.y + one.height <= other.y ||
            other.y + other.height <= one.y;
          expect(apart, `${one.id} and ${other.id}`).toBe(true);
        }
      }
    });
  },
);

describe('a definition that changes', () => {
  it('shows a state that was added, and its transitions, with no other edit', () => {
    const [before, after] = [chart(light), chart(lightWithAmber)];
    expect(before.states.map(({ label }) => label)).toEqual(['red', 'green']);
    expect(after.states.map(({ label }) => label)).toEqual(['red', 'green', 'amber']);
    expect(after.arrows.flatMap(({ edges }) => edges.map(({ id }) => id))).toContain('light.amber|stop|0');
  });

  it('starts at the top', () => {
    const [red, green, amber] = chart(lightWithAmber).states;
    expect(red?.y).toBeLessThan(green?.y ?? 0);
    expect(green?.y).toBeLessThan(amber?.y ?? 0);
  });
});

describe('a way out that many states share', () => {
  const states = ['one', 'two', 'three', 'four'];
  const machine = createMachine({
    id: 'shared',
    initial: 'one',
    states: {
      ...Object.fromEntries(
        states.map((name, index) => [name, { on: { lost: 'end', next: states[index + 1] ?? 'end' } }]),
      ),
      end: {},
    },
  });

  it('is one arrow that stands for all of them', () => {
    const { arrows, ports } = chart(machine);
    const lost = arrows.filter(({ edges }) => edges.some(({ label }) => label === 'lost'));
    expect(lost).toHaveLength(1);
    expect(lost[0]?.edges.map(({ source }) => source)).toEqual(states.map((name) => `shared.${name}`));
    expect(lost[0]?.label?.lines).toEqual(['lost']);
    expect(ports.map(({ text }) => text)).toEqual(['any of 4']);
  });
});

describe('what stands on a chart', () => {
  const dialler = MACHINES.find(({ id }) => id === 'cluster-dialler') ?? light;
  const graph = machineGraph(dialler);

  it('lights a state with the boxes around it', () => {
    expect([...currentStates(graph.states, 'connected.live')]).toEqual([
      'cluster-dialler.connected',
      'cluster-dialler.connected.live',
    ]);
    expect(currentStates(graph.states, 'connected.nowhere')).toEqual(new Set(['cluster-dialler.connected']));
  });

  it('tells how long a delay is, where the definition says it', () => {
    const delays = graph.edges.map((edge) => delayOf(dialler, edge)).filter((delay) => delay !== undefined);
    expect(new Set(delays)).toEqual(new Set([5000, 10_000]));
    const listener = MACHINES.find(({ id }) => id === 'listener') ?? light;
    const depends = machineGraph(listener).edges.find(({ label }) => label === 'after connectionDelay');
    expect(depends && delayOf(listener, depends)).toBeUndefined();
  });

  it('puts guards in brackets', () => {
    const guarded = graph.edges.find(({ guard }) => guard === 'finNoticed');
    expect(guarded && edgeText(guarded.label, guarded)).toBe('tcp.finished [finNoticed]');
    expect(edgeText('', { id: '', source: '', target: '', label: '', guard: 'stillListed' })).toBe(
      '[stillListed]',
    );
  });
});
