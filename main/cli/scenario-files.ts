/** Which scenario files are meant by the paths of the command line. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { LAB_YAML_NAME } from '#core/shared/config/lab-yaml.js';

/** A folder stands for the .yaml files in it; what is no folder stays, and says for itself that it is missing. */
export async function scenarioFiles(given: string): Promise<string[]> {
  try {
    if (!(await stat(given)).isDirectory()) return [given];
    const names = (await readdir(given)).filter((name) => /\.ya?ml$/.test(name) && name !== LAB_YAML_NAME);
    return names.sort().map((name) => path.join(given, name));
  } catch {
    return [given];
  }
}
