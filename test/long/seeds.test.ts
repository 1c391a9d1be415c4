/** Every scenario × 20 seeds, each twice in memory and twice on sockets: one trace. `-t 'seed 17'` plays one seed again. */
import { describe, expect, it } from 'vitest';
import { scenarioFiles } from '../scenario/play-file.js';
import { hashesOf, SEEDS } from '../support/seed-hashes.js';

describe.each(SEEDS)('seed %i gives one trace', (seed) => {
  it.concurrent.each(scenarioFiles())('%s', async (file) => {
    const hashes = await hashesOf(file, seed, ['memory', 'loopback', 'memory', 'loopback']);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64} of [1-9]/);
    expect(new Set(hashes).size).toBe(1);
  });
});
