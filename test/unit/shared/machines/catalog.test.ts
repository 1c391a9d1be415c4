import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMachine, type AnyStateMachine } from 'xstate';
import { MACHINES } from '#core/shared/machines/catalog.js';
import { machineGraph } from '#core/shared/machines/machine-graph.js';

const folder = new URL('../../../../core/shared/machines/', import.meta.url);

describe('the machine catalogue', () => {
  it('names every machine file', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.machine.ts'));
    expect(MACHINES.map((machine) => `${machine.id}.machine.ts`).toSorted()).toEqual(files.toSorted());
  });

  it.each(MACHINES.map((machine): [string, AnyStateMachine] => [machine.id, machine]))(
    '%s: is drawn whole, with edges of unique ids and states that say what they are',
    (_, machine) => {
      const { states, edges } = machineGraph(machine);
      expect(states.length).toBeGreaterThan(1);
      expect(states.length).toBeLessThanOrEqual(16);
      expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
      const known = new Set(states.map(({ id }) => id));
      for (const { source, target } of edges) {
        expect(known.has(target) || target === machine.id, target).toBe(true);
        expect(known.has(source) || source === machine.id, source).toBe(true);
      }
      expect(machine.config.description).toBeTruthy();
    },
  );

  it('draws a state that is added to a definition without any other edit', () => {
    const definition = (extra: Record<string, object>): AnyStateMachine =>
      createMachine({ id: 'm', initial: 'a', states: { a: { on: { go: 'b' } }, b: {}, ...extra } });
    const plain = machineGraph(definition({}));
    const more = machineGraph(definition({ c: { always: 'a' } }));
    expect(more.states.length).toBe(plain.states.length + 1);
    expect(more.edges.map(({ id }) => id)).toContain('m.c|always|0');
  });
});
