/** Writing a file so that at no moment there is half of it. */
import { open, realpath, rename, rm } from 'node:fs/promises';
import path from 'node:path';

let temporary = 0;

/** Puts a new file in the place of one, or where none is. Rejects with the system's error, and leaves nothing behind then. */
export async function replaceFile(file: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
  temporary += 1;
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}-${temporary}.tmp`);
  try {
    const handle = await open(beside, 'wx', mode & 0o7777);
    try {
      // Whatever the umask says: the mode that it had.
      await handle.chmod(mode & 0o7777);
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Whether a path that is no link is a folder, or in it. */
export async function isInside(whole: string, folder: string): Promise<boolean> {
  const relative = path.relative(await realpath(folder).catch(() => folder), whole);
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}
