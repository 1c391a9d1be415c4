/** Where this program is installed: the folder of its package.json, above the sources and above the build alike. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Package {
  root: string;
  version: string;
}

/** Throws when there is none, which is a broken installation. */
export function ownPackage(): Package {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const version = versionIn(folder);
    if (version !== undefined) return { root: folder, version };
    const above = path.dirname(folder);
    if (above === folder) throw new Error('package.json of cluster-lab not found');
    folder = above;
  }
}

function versionIn(folder: string): string | undefined {
  try {
    const text = readFileSync(path.join(folder, 'package.json'), 'utf8');
    const { name, version } = JSON.parse(text) as Record<string, string>;
    return name === 'cluster-lab' ? version : undefined;
  } catch {
    return undefined;
  }
}
