/** A seed that fails is run again by its name: `npm run test:long -- -t 'seed 17'`. */
import { describe, expect, it } from 'vitest';
import { expectHealed } from '../support/heal-all-trial.js';

const SEEDS = Array.from({ length: 100 }, (_, index) => index + 1);

describe('heal all, fin-unnoticed off: every link is bound again within the retry time', () => {
  it.each(SEEDS)('seed %i', (seed) => expectHealed(expect, { seed, finUnnoticed: false }));
});

describe('heal all, fin-unnoticed on: the predicted links are bound again, the others marked', () => {
  it.each(SEEDS)('seed %i', (seed) => expectHealed(expect, { seed, finUnnoticed: true }));
});
