/** What labs that were killed have left in the autosave folder. */
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { InterruptedSession } from '#core/lab/session/session-storage.js';
import { HostError } from '#core/shared/api/host-error.js';
import type { RecoverableSession } from '#core/shared/api/session-view.js';
import { HEAD_FILE, JOURNAL_ENDING, MARK_FILE } from './autosave.js';
import { isAlive } from './process-mark.js';

const MARK = z.object({ pid: z.int().positive(), started: z.string() });
const HEAD = z.tuple([z.looseObject({ name: z.string() })]).rest(z.unknown());
/** Names of the folders: process and number. */
const ID = /^\d+-\d+$/;

export async function interruptedSessions(folder: string): Promise<RecoverableSession[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(names.filter((name) => ID.test(name)).map((id) => sessionIn(folder, id)));
  return found
    .filter((session) => session !== undefined)
    .sort((left, right) => right.writtenAt - left.writtenAt);
}

/** Lines that were written to their end; the last one may not have been. */
export async function recoverFrom(folder: string, id: string): Promise<InterruptedSession> {
  if (!(await isLeft(folder, id))) throw new HostError('unknown-session', { session: id });
  const own = path.join(folder, id);
  const journals: InterruptedSession['journals'] = {};
  for (const name of await readdir(own)) {
    if (!name.endsWith(JOURNAL_ENDING)) continue;
    const lines = (await readFile(path.join(own, name), 'utf8')).split('\n');
    lines.pop();
    journals[name.slice(0, -JOURNAL_ENDING.length)] = lines;
  }
  return { head: await readFile(path.join(own, HEAD_FILE), 'utf8'), journals };
}

export async function discardIn(folder: string, id: string): Promise<boolean> {
  if (!(await isLeft(folder, id))) return false;
  await rm(path.join(folder, id), { recursive: true, force: true });
  return true;
}

async function isLeft(folder: string, id: string): Promise<boolean> {
  return ID.test(id) && (await sessionIn(folder, id)) !== undefined;
}

async function sessionIn(folder: string, id: string): Promise<RecoverableSession | undefined> {
  const own = path.join(folder, id);
  try {
    const mark = MARK.parse(JSON.parse(await readFile(path.join(own, MARK_FILE), 'utf8')));
    if (isAlive(mark)) return undefined;
    const [{ name }] = HEAD.parse(JSON.parse(await readFile(path.join(own, HEAD_FILE), 'utf8')));
    const times = await Promise.all((await readdir(own)).map((file) => stat(path.join(own, file))));
    return { id, name, writtenAt: Math.floor(Math.max(...times.map(({ mtimeMs }) => mtimeMs))) };
  } catch {
    // Killed before anything was in it, or not ours.
    return undefined;
  }
}
