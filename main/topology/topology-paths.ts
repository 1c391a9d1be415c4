/** Which files below a folder describe processes. Looks two levels deep and follows symbolic links no further. */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Finding } from '#core/shared/config/lint/finding.js';
import { LAB_YAML_NAME } from '#core/shared/config/lab-yaml.js';
import { isTdslFile, processNameOf, TDSL_FILE_NAME } from '#core/shared/config/topology-files.js';
import { systemCode, unreadable } from './read-text.js';

/** A file that describes a process, not read yet. */
export interface TopologyPath {
  path: string;
  processName: string;
}

export interface TopologyPaths {
  files: TopologyPath[];
  labYaml?: string;
  problems: Finding[];
}

const INIT_FILES = ['init.properties', TDSL_FILE_NAME] as const;

/** Lists a folder's topology in the order of names, so that every system reads it alike. */
export async function topologyPaths(folder: string): Promise<TopologyPaths> {
  const found: TopologyPaths = { files: [], problems: [] };
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    found.problems.push(unreadable(folder, systemCode(error)));
    return found;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) await visit(found, folder, entry);
  return found;
}

/** Process name of a file, seen from the topology's folder; a file that is the folder's own takes the folder's name. */
export function processNameIn(folder: string, relative: string): string | undefined {
  const own = /^(etc\/)?(init\.properties|config\.tdsl)$/.test(relative.replaceAll('\\', '/'));
  if (own) return nameOfFolder(folder);
  return processNameOf(relative) ?? (isTdslFile(relative) ? relative.split(/[\\/]/)[0] : undefined);
}

/** Name of a folder however it was written: `.`, `seed/`, `../x`. */
export function nameOfFolder(folder: string): string {
  return path.basename(path.resolve(folder)) || 'topology';
}

async function visit(found: TopologyPaths, folder: string, entry: Dirent): Promise<void> {
  if (entry.name.startsWith('.')) return;
  const whole = path.join(folder, entry.name);
  const kind = await kindOf(entry, whole);
  if (kind === 'folder') {
    const before = found.files.length + found.problems.length;
    await visitProcessFolder(found, folder, entry.name);
    const empty = found.files.length + found.problems.length === before;
    if (empty && processNameIn(folder, entry.name))
      found.problems.push(unreadable(whole, 'EISDIR', 'folder'));
  } else if (entry.name === LAB_YAML_NAME) {
    found.labYaml = whole;
  } else {
    const processName = processNameIn(folder, entry.name);
    if (processName === undefined) return;
    if (kind === 'file') found.files.push({ path: whole, processName });
    else found.problems.push(unreadable(whole, kind));
  }
}

/** What an entry is behind its symbolic links; a system code when that cannot be told. */
async function kindOf(entry: Dirent, whole: string): Promise<string> {
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return 'file';
  try {
    return (await stat(whole)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return systemCode(error);
  }
}

async function visitProcessFolder(found: TopologyPaths, folder: string, name: string): Promise<void> {
  const places = name === 'etc' ? [name] : [name, path.join(name, 'etc')];
  for (const place of places) {
    for (const file of INIT_FILES) {
      const relative = path.join(place, file);
      const processName = processNameIn(folder, relative);
      const whole = path.join(folder, relative);
      const missing = await absence(whole);
      if (missing === undefined && processName) found.files.push({ path: whole, processName });
      else if (missing === 'EACCES')
        return void found.problems.push(unreadable(path.join(folder, name), missing));
      else if (missing !== undefined && missing !== 'ENOENT' && missing !== 'ENOTDIR') {
        found.problems.push(unreadable(whole, missing));
      }
    }
  }
}

/** System code that says why a path cannot be looked at; undefined when something is there. */
async function absence(whole: string): Promise<string | undefined> {
  try {
    await stat(whole);
    return undefined;
  } catch (error) {
    return systemCode(error);
  }
}
