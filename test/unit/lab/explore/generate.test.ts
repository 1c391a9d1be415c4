import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOffers, generate } from '#core/lab/explore/generate.js';
import { groundOf, linePlace } from '#core/lab/explore/ground.js';
import { faultKindViews } from '#core/lab/faults/kinds.js';
import { isFault, type Moment } from '#core/shared/explore/choice.js';
import { exploreSettings } from '#core/shared/explore/explore-settings.js';

const moments: Moment[] = [
  ...[1, 2, 3].map((nth) => ({ line: 'muc>server:5270 ab', nth })),
  ...[1, 2].map((nth) => ({ line: 'client:alice>server:5222 ab', nth })),
  { line: 'dial muc>server:5270', nth: 1 },
];
const ground = groundOf(moments, moments.slice(0, 1), ['server', 'muc']);
const seeds = fc.integer({ min: 1 });

describe('generate', () => {
  it('gives the same for the same seed, and no more than was allowed', () => {
    const settings = exploreSettings.parse({ atMost: 3, orders: 2 });
    fc.assert(
      fc.property(seeds, (seed) => {
        const choices = generate(ground, settings, seed);
        expect(generate(ground, settings, seed)).toEqual(choices);
        const faults = choices.filter(isFault);
        expect(choices.length).toBeGreaterThan(0);
        expect(faults.length).toBeLessThanOrEqual(3);
        expect(choices.length - faults.length).toBeLessThanOrEqual(2);
        for (const choice of choices) {
          const { line, nth } = isFault(choice) ? choice.after : choice.later;
          expect(moments).toContainEqual({ line, nth });
        }
      }),
    );
  });

  it('puts faults on processes and on what is between them, never on a client', () => {
    const kinds = faultKindViews().filter(({ on }) => on !== 'port' && on !== 'name');
    const settings = exploreSettings.parse({ faults: kinds.map(({ kind }) => kind), orders: 0 });
    const grounds = new Map(kinds.map(({ kind, on }) => [kind, on]));
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const choice of generate(ground, settings, seed).filter(isFault)) {
          const { kind, target = '' } = choice.fault;
          const on = grounds.get(kind);
          if (on === 'route') expect(target).toBe('muc>server:5270');
          else if (on === 'nodes') expect(target.split('|').sort()).toEqual(['muc', 'server']);
          else expect(['muc', 'server']).toContain(target);
        }
      }),
    );
  });

  it('takes a target that the scenario names', () => {
    const settings = exploreSettings.parse({ faults: [{ kind: 'refuse', target: 'a>b:1' }], orders: 0 });
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const choice of generate(ground, settings, seed).filter(isFault))
          expect(choice.fault).toEqual({ kind: 'refuse', target: 'a>b:1' });
      }),
    );
  });

  it('refuses what cannot be drawn', () => {
    expect(() => checkOffers([{ kind: 'earthquake' }])).toThrow('unknown-fault');
    expect(() => checkOffers([{ kind: 'port-squatted' }])).toThrow('fault-needs-target');
    expect(() => checkOffers([{ kind: 'port-squatted', target: 'server:5270' }])).not.toThrow();
  });
});

describe('linePlace', () => {
  it('knows who hears a line', () => {
    expect(linePlace('muc>server:5270 ab')).toEqual({ route: 'muc>server:5270', receiver: 'server' });
    expect(linePlace('muc>server:5270 ba')).toEqual({ route: 'muc>server:5270', receiver: 'muc' });
    expect(linePlace('dial muc>server:5270')).toBeUndefined();
  });
});
