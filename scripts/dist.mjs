/** `npm run dist`: the desktop program, unpacked, in out/, made of the Electron that this machine can have. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findElectron } from './electron-dist.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const electron = await findElectron();
if ('missing' in electron) {
  process.stderr.write(`dist: ${electron.missing}\n`);
  process.exit(1);
}
process.stdout.write(`Electron ${electron.version} (${electron.how})\n`);
const { status, stdout } = spawnSync(
  process.execPath,
  [
    path.join(ROOT, 'node_modules/electron-builder/cli.js'),
    '--dir',
    `-c.electronDist=${distFolder(electron.path)}`,
    `-c.electronVersion=${electron.version}`,
  ],
  { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' },
);
// One line of it names hundreds of packages that are there twice in the tree: nobody’s concern.
process.stdout.write(stdout.replace(/^.*duplicate dependency references.*\n/gm, ''));
process.exitCode = status ?? 1;

/** The folder that the archive of Electron was unpacked into: on macOS the program lies three folders down in it. */
function distFolder(file) {
  const up = process.platform === 'darwin' ? '../../..' : '.';
  return path.resolve(path.dirname(file), up);
}
