/** A few seeds of test/long/heal-all.test.ts; `STORM_SEED=17` runs that one instead, both ways. */
import { describe, expect, it } from 'vitest';
import { expectHealed } from '../support/heal-all-trial.js';

const { STORM_SEED } = process.env;
const SEEDS = STORM_SEED === undefined ? [3, 5, 6] : [Number(STORM_SEED)];

describe('heal all after a storm of faults on five servers and three MUC processes under traffic', () => {
  it.each(SEEDS)('fin-unnoticed off, seed %i', (seed) => expectHealed(expect, { seed, finUnnoticed: false }));
  it.each(SEEDS)('fin-unnoticed on, seed %i', (seed) => expectHealed(expect, { seed, finUnnoticed: true }));
  it('on real sockets', () => expectHealed(expect, { seed: 3, finUnnoticed: true, transport: 'loopback' }));
});
