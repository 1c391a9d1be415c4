/** The files of a new topology → a folder of its own. What is there already stays as it is. */
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { NamedText } from '#core/shared/config/new-topology/new-topology.js';
import { makeFolder } from './make-folder.js';
import { systemCode } from './read-text.js';

/** `reason`: the system's own code, such as `EACCES`; ENOTEMPTY: the folder holds something. */
export type WrittenNew = { ok: true } | { ok: false; path: string; reason: string };

/** Makes the folder, if need be; one that holds anything is left alone. Never throws. */
export async function writeNewTopology(folder: string, files: readonly NamedText[]): Promise<WrittenNew> {
  let at = folder;
  try {
    await makeFolder(folder);
    if ((await readdir(folder)).length > 0) return { ok: false, path: folder, reason: 'ENOTEMPTY' };
    for (const { name, text } of files) {
      at = path.join(folder, name);
      // Whoever has put one there in the meantime keeps it. There are passwords in it: others may not read them.
      await writeFile(at, text, { flag: 'wx', mode: 0o600 });
    }
    return { ok: true };
  } catch (error) {
    return { ok: false, path: at, reason: systemCode(error) };
  }
}
