/** The topologies under `examples/` of this program. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { ExampleView } from '#core/shared/api/results.js';
import { ownPackage } from '#main/package-root.js';
import { readText } from './read-text.js';
import { topologyPaths } from './topology-paths.js';

const LARGEST_README = 100_000;

export function examplesFolder(): string {
  return path.join(ownPackage().root, 'examples');
}

/** Folders without a process, such as that of the scenarios, are left out. */
export async function listExamples(folder = examplesFolder()): Promise<ExampleView[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const examples = await Promise.all(names.sort().map((name) => exampleIn(path.join(folder, name), name)));
  return examples.filter(({ files }) => files.length > 0);
}

async function exampleIn(folder: string, name: string): Promise<ExampleView> {
  const { files } = await topologyPaths(folder);
  return {
    name,
    path: folder,
    title: await titleOf(folder, name),
    files: files.map((file) => path.relative(folder, file.path)),
  };
}

/** First heading of its README.md, or its name. */
async function titleOf(folder: string, name: string): Promise<string> {
  const read = await readText(path.join(folder, 'README.md'), LARGEST_README);
  const heading = 'text' in read ? /^# +(.+)$/m.exec(read.text)?.[1] : undefined;
  return heading?.trim() ?? name;
}
