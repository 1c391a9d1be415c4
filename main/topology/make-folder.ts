/** Making a folder, and those above it that are not there. */
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from './read-text.js';

/**
 * Rejects with the system's error. `mkdir` of Node with `recursive` never comes back below a folder that says ENOENT to
 * everyone who wants to make something in it, as /proc does.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeOne(folder);
  } catch (error) {
    const above = path.dirname(folder);
    if (systemCode(error) !== 'ENOENT' || above === folder) throw error;
    await makeFolder(above);
    await makeOne(folder);
  }
}

async function makeOne(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (!(await isFolder(folder))) throw error;
  }
}

async function isFolder(folder: string): Promise<boolean> {
  return stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
