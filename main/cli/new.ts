/** `cluster-lab new`: writes the files of a new topology. */
import { randomInt } from 'node:crypto';
import { newTopology } from '#core/shared/config/new-topology/new-topology.js';
import { MOST_PROCESSES, wishProblems, type TopologyWish } from '#core/shared/config/new-topology/wish.js';
import { writeNewTopology } from '#main/topology/write-new.js';
import { EXIT } from './exit-codes.js';
import type { Output } from './output.js';

export interface NewOptions {
  servers: number;
  mucs: number;
  domain: string;
  hostNames?: string;
  clusterSecret?: string;
  componentSecret?: string;
  db?: string;
}

/** Most different numbers that `randomInt` gives. */
const STEPS = 2 ** 48 - 1;

/** One line for each file that was written. */
export async function writeNew(folder: string, options: NewOptions, output: Output): Promise<number> {
  const wish = wishOf(options);
  const problems = wishProblems(wish);
  for (const { reason, given } of problems) {
    output.say(`new-topology.${reason}`, { given, most: MOST_PROCESSES });
  }
  if (problems.length > 0) return EXIT.unusable;
  const files = newTopology(wish, () => randomInt(STEPS) / STEPS);
  const written = await writeNewTopology(folder, files);
  if (!written.ok) {
    const { path, reason } = written;
    output.say(reason === 'ENOTEMPTY' ? 'cli.new.not-empty' : 'cli.cannot-write', { path, reason });
    return EXIT.unusable;
  }
  for (const { name } of files) output.line(name);
  return EXIT.ok;
}

function wishOf({ hostNames, db, ...rest }: NewOptions): TopologyWish {
  return {
    ...rest,
    ...(hostNames === undefined ? {} : { hostNames: hostNames.split(',') }),
    ...(db === undefined ? {} : { databaseUri: db }),
  };
}
