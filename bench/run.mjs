/** Runs every bench, one after another, from source. `npm run bench`, or `npm run bench -- xml` for those with that in their name. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.dirname(fileURLToPath(import.meta.url));
const wanted = process.argv[2] ?? '';

for (const name of readdirSync(folder).filter((file) => file.endsWith('.ts') && file.includes(wanted))) {
  process.stdout.write(`\n${name}\n`);
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--conditions=source', path.join(folder, name)],
    {
      stdio: 'inherit',
      cwd: path.dirname(folder),
    },
  );
  if (status !== 0) process.exitCode = 1;
}
