/** Writes a result into a file that the caller named. */
import { writeFile } from 'node:fs/promises';
import { systemCode } from '#main/topology/read-text.js';
import type { Output } from './output.js';

/** Whether it was written; when it was not, the caller has been told why. */
export async function written(path: string, text: string, output: Output): Promise<boolean> {
  try {
    await writeFile(path, text);
    return true;
  } catch (error) {
    output.say('cli.cannot-write', { path, reason: systemCode(error) });
    return false;
  }
}
