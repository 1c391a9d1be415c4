/** Scenarios with seeds that they were not written for: what comes of them may differ, the trace of a seed may not. */
import type { ScenarioOptions } from '#core/lab/scenario-runner.js';
import { playFile } from '../scenario/play-file.js';

export const SEEDS: readonly number[] = Array.from({ length: 20 }, (_, index) => index + 1);

type Transport = NonNullable<ScenarioOptions['transport']>;

/** Plays a file of the repository once for each transport, one after another: the hash of every trace, with its length. */
export async function hashesOf(
  file: string,
  seed: number,
  transports: readonly Transport[],
): Promise<string[]> {
  const hashes: string[] = [];
  for (const transport of transports) {
    const { traceHash, events } = await playFile(file, { seed, transport });
    hashes.push(`${traceHash} of ${events} events`);
  }
  return hashes;
}
