/** Session files on disk, and what is kept of sessions while they run. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SessionStorage } from '#core/lab/session/session-storage.js';
import { HostError } from '#core/shared/api/host-error.js';
import { SESSION_ENDING } from '#core/shared/session/session-schema.js';
import { systemCode } from '#main/topology/read-text.js';
import { Autosave } from './autosave.js';
import { discardIn, interruptedSessions, recoverFrom } from './interrupted-sessions.js';
import { autosaveFolder } from './state-folder.js';

let kept = 0;

export interface SessionFilesOptions {
  /** Hears why the session is not kept any more. */
  trouble: (error: unknown) => void;
  /** Whether to keep the open session on disk while it runs. */
  keep: boolean;
  folder?: string;
}

export function sessionFiles({
  trouble,
  keep,
  folder = autosaveFolder(),
}: SessionFilesOptions): SessionStorage {
  kept += 1;
  const sink = keep ? new Autosave(path.join(folder, `${process.pid}-${kept}`), trouble) : undefined;
  return {
    read,
    write,
    recoverable: () => interruptedSessions(folder),
    recover: (id) => recoverFrom(folder, id),
    discard: (id) => discardIn(folder, id),
    ...(sink ? { sink } : {}),
  };
}

async function read(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new HostError('session-unreadable', { path: file, reason: systemCode(error) });
  }
}

/** At no moment is there half a file. */
async function write(given: string, bytes: Uint8Array): Promise<string> {
  const file = path.resolve(given.endsWith(SESSION_ENDING) ? given : `${given}${SESSION_ENDING}`);
  const beside = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(beside, bytes, { mode: 0o600 });
    await rename(beside, file);
    return file;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw new HostError('session-unwritable', { path: file, reason: systemCode(error) });
  }
}
