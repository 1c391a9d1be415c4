/**
 * "Modelled" means that it changes what runs: the scenario that the catalogue names for an entry passes (every scenario does,
 * all-scenarios.test.ts), and must fail on a lab that ignores that entry.
 */
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '#core/shared/config/catalogue/catalogue.js';
import type { CatalogueEntry } from '#core/shared/config/catalogue/entry.js';
import { entryForKey } from '#core/shared/config/catalogue/lookup.js';
import { playChanged, without } from '../support/play-ignoring.js';

/** Kinds that are written as keys of a file. */
const KEYS: ReadonlySet<CatalogueEntry['kind']> = new Set(['property', 'setting', 'muc-setting']);

const MODELLED = CATALOGUE.flatMap((entry) =>
  entry.treatment.as === 'modelled' ? [{ name: entry.name, scenario: entry.treatment.scenario, entry }] : [],
);

describe('a scenario fails when the lab ignores', () => {
  const keys = MODELLED.filter(({ entry }) => KEYS.has(entry.kind));
  it.concurrent.each(keys)('$name: $scenario', async ({ scenario, entry }) => {
    let ignored = 0;
    const run = await playChanged(scenario, (text) =>
      without(text, (key) => {
        const is = entryForKey(key) === entry;
        if (is) ignored += 1;
        return is;
      }),
    );
    expect(ignored, 'the scenario does not write it').toBeGreaterThan(0);
    expect(run.passed, 'the scenario passes without it').toBe(false);
  });
});
