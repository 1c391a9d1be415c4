import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shrink } from '#core/lab/explore/shrink.js';

const asIs = { plainer: () => [], budget: 10_000 };

/** Numbers 0 to 15, each at most once. */
const lists = fc.uniqueArray(fc.nat(15), { minLength: 1, maxLength: 12 });

describe('shrink', () => {
  it('keeps exactly what is needed, in its order', async () => {
    await fc.assert(
      fc.asyncProperty(lists, fc.array(fc.nat(11)), async (list, places) => {
        const needed = [...new Set(places)].map((place) => list[place % list.length] as number);
        const fails = (some: readonly number[]) => Promise.resolve(needed.every((one) => some.includes(one)));
        const { list: least, minimal } = await shrink(list, { ...asIs, fails });
        expect(minimal).toBe(true);
        expect(least).toEqual(list.filter((one) => needed.includes(one)));
      }),
    );
  });

  it('comes to a list that fails and from which nothing can be taken away, whatever makes it fail', async () => {
    await fc.assert(
      fc.asyncProperty(lists, fc.func(fc.boolean()), async (list, chance) => {
        const isBad = (some: readonly number[]): boolean => some.length === list.length || chance(some);
        const fails = (some: readonly number[]) => Promise.resolve(isBad(some));
        const { list: least, tests } = await shrink(list, { ...asIs, fails });
        expect(isBad(least)).toBe(true);
        if (least.length > 0) expect(isBad([])).toBe(false);
        least.forEach((_, left) => expect(isBad(least.filter((_one, at) => at !== left))).toBe(false));
        // Deterministic, and the cost is the same.
        const again = await shrink(list, { ...asIs, fails });
        expect(again).toEqual({ list: least, tests, minimal: true });
      }),
    );
  });

  it('makes each member as plain as it can be, and then tries once more to do without some', async () => {
    // 9 is needed while it is above 5, together with 1; at 5 or less it fails alone.
    const fails = (some: readonly number[]) =>
      Promise.resolve(some.some((one) => one === 5) || (some.includes(9) && some.includes(1)));
    const plainer = (one: number): number[] => (one > 5 ? [one - 1, 5] : []);
    const { list, minimal } = await shrink([1, 2, 9, 3], { fails, plainer, budget: 1000 });
    expect([list, minimal]).toEqual([[5], true]);
  });

  it('says so when it could not try everything', async () => {
    const fails = (some: readonly number[]) => Promise.resolve(some.includes(3));
    const { list, minimal, tests } = await shrink([1, 2, 3, 4, 5, 6, 7, 8], { ...asIs, fails, budget: 2 });
    expect(list).toContain(3);
    expect([minimal, tests]).toEqual([false, 2]);
  });
});
