/** Edited texts → the folder of their topology: nowhere else, and not over what somebody else has changed. */
import type { Stats } from 'node:fs';
import { access, constants, lstat, readFile, realpath, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { TextChange } from '#core/lab/texts/topology-writer.js';
import { HostError } from '#core/shared/api/host-error.js';
import { LAB_YAML_NAME } from '#core/shared/config/lab-yaml.js';
import { isTopologyFile } from '#core/shared/config/topology-files.js';
import { decode, encoded } from './encoding.js';
import { examplesFolder } from './list-examples.js';
import { makeFolder } from './make-folder.js';
import { systemCode } from './read-text.js';
import { isInside, replaceFile } from './replace-file.js';
import { samePlacesAside, withPlacesOf } from './save-positions.js';

/** A file as it is now; undefined: there is none. */
type Present = { target: string; bytes: Buffer; stats: Stats } | undefined;

interface Planned {
  change: TextChange;
  target: string;
  present: Present;
}

/**
 * Looks at everything before it writes anything; then each file in one go. The encoding and the mode of a file stay.
 * Rejects with `topology-is-example`, `topology-bad-name`, `topology-outside`, `topology-changed` or `topology-unwritable`.
 * @returns the folder's real path
 */
export async function writeTexts(
  given: string,
  changes: readonly TextChange[],
  overwrite: boolean,
  examples = examplesFolder(),
): Promise<string> {
  const folder = await realFolder(path.resolve(given));
  if (await isInside(folder, examples)) throw new HostError('topology-is-example', { path: folder });
  const planned: Planned[] = [];
  for (const change of changes) {
    const plan = await look(folder, change);
    if (!overwrite && !isAsExpected(plan)) throw new HostError('topology-changed', { file: change.name });
    planned.push(plan);
  }
  for (const plan of planned) await attempt(plan.target, () => carryOut(plan));
  return folder;
}

/** The folder itself, made if need be. */
async function realFolder(folder: string): Promise<string> {
  return attempt(folder, async () => {
    await makeFolder(folder);
    return realpath(folder);
  });
}

async function look(folder: string, change: TextChange): Promise<Planned> {
  const written = path.join(folder, ...change.name.split('/'));
  // A new file is one that the topology is read from, and no other: nobody plants anything else with this.
  const belongs = change.expected !== undefined || isTopologyFile(change.name);
  if (!belongs || !(await isInside(written, folder)) || written === folder) {
    throw new HostError('topology-bad-name', { name: change.name });
  }
  return attempt(written, async () => {
    // Whoever keeps a file elsewhere in the folder and links to it keeps the link.
    const target = await realTarget(written);
    if (target === undefined || !(await isInside(target, folder)))
      throw new HostError('topology-outside', { file: change.name });
    return { change, target, present: await presentAt(target) };
  });
}

/** Where a path really leads; of one that is not there, where it would. undefined: a link to nothing. */
async function realTarget(file: string): Promise<string | undefined> {
  try {
    return await realpath(file);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    if (await isLink(file)) return undefined;
    const above = await realTarget(path.dirname(file));
    return above && path.join(above, path.basename(file));
  }
}

async function isLink(file: string): Promise<boolean> {
  return lstat(file).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  );
}

async function presentAt(target: string): Promise<Present> {
  try {
    const stats = await stat(target);
    // Another one could take its place all the same: who has forbidden to write it means it.
    await access(target, constants.W_OK);
    return { target, stats, bytes: await readFile(target) };
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    return undefined;
  }
}

function isAsExpected({ change: { name, expected }, present }: Planned): boolean {
  const now = present && decode(present.bytes);
  if (now === expected) return true;
  // Cards that were moved have been written there by the lab itself.
  return name === LAB_YAML_NAME && samePlacesAside(now ?? '', expected ?? '');
}

async function carryOut({ change, target, present }: Planned): Promise<void> {
  const { name, text, expected } = change;
  if (text === undefined) return rm(target, { force: true });
  const now = present && decode(present.bytes);
  const whole = name === LAB_YAML_NAME ? withPlacesOf(text, expected ?? '', now ?? '') : text;
  const bytes = encoded(whole, present?.bytes);
  if (!bytes) throw new HostError('topology-not-text', { file: name });
  await makeFolder(path.dirname(target));
  // There are passwords in it: a new one is for its owner only.
  await replaceFile(target, bytes, present?.stats.mode ?? 0o600);
}

async function attempt<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HostError) throw error;
    throw new HostError('topology-unwritable', { path: file, reason: systemCode(error) });
  }
}
