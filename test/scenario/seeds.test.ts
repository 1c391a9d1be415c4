/**
 * A slice of test/long/seeds.test.ts, which takes every scenario through 20 seeds: here every third has one of the 20, another
 * one than its neighbours, once in memory and once on sockets. The seed that it was written for is played with all of them.
 */
import { describe, expect, it } from 'vitest';
import { hashesOf, SEEDS } from '../support/seed-hashes.js';
import { scenarioFiles } from './play-file.js';

const slice = scenarioFiles()
  .filter((_, index) => index % 3 === 0)
  .map((file, index) => [file, SEEDS[index % SEEDS.length] ?? 1] as const);

describe.concurrent('a seed gives one trace, whatever comes of the scenario', () => {
  it.each(slice)('%s, seed %i', async (file, seed) => {
    const hashes = await hashesOf(file, seed, ['memory', 'loopback']);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64} of [1-9]/);
    expect(new Set(hashes).size).toBe(1);
  });
});
