/** How the files of a topology are called wherever their folder is: by their paths inside it, with slashes. */
import path from 'node:path';
import { HostError } from '#core/shared/api/host-error.js';
import { isTopologyFile } from '#core/shared/config/topology-files.js';

/** What says where the files of a topology are. */
export interface FilePlaces {
  files: readonly { path: string }[];
  labYaml?: { path: string } | undefined;
  /** The topology's folder; undefined: it came from none. */
  root?: string | undefined;
}

/** Names the file at a path: inside `root`, or inside the folder that all files share. */
export function fileNames({ files, labYaml, root }: FilePlaces): (path: string) => string {
  if (root !== undefined) return (file) => path.relative(root, file).split(path.sep).join('/');
  const paths = [...files, ...(labYaml ? [labYaml] : [])].map((file) => file.path);
  const shared = sharedFolders(paths);
  return (file) => file.split(/[\\/]/).slice(shared).join('/');
}

function sharedFolders(paths: readonly string[]): number {
  const [first, ...others] = paths.map((file) => file.split(/[\\/]/).slice(0, -1));
  let shared = first?.length ?? 0;
  for (const other of others) {
    const differs = first?.findIndex((part, index) => part !== other[index]) ?? 0;
    if (differs >= 0) shared = Math.min(shared, differs);
  }
  return shared;
}

const NOT_INSIDE = /^$|^[a-zA-Z]:|[\\\0]|(^|\/)(\.{0,2})(\/|$)/;

/**
 * Throws `topology-bad-name` for a name that leads out of the folder, and for one that a topology is not read from: whoever
 * saves it would not find it again. `topology-name-twice`: two files have it.
 * @param known names of files that the topology has already, which they may keep
 */
export function checkNames(names: readonly string[], known: Iterable<string>): void {
  checkDistinct(names);
  const kept = new Set(known);
  const bad = names.find((name) => NOT_INSIDE.test(name) || !(kept.has(name) || isTopologyFile(name)));
  if (bad !== undefined) throw new HostError('topology-bad-name', { name: bad });
}

/** Throws `topology-name-twice` for a name that two files have. */
export function checkDistinct(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new HostError('topology-name-twice', { name });
    seen.add(name);
  }
}
