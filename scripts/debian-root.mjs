/**
 * Servers of other people as Debian packages, unpacked into a cache and never installed: an installed one would start
 * as a service and take port 5222 of every interface. What they need and the system lacks is unpacked beside them.
 * As a program, `node scripts/debian-root.mjs prosody` prints the folder, or why there is none, and exits 1.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const LISTS_MS = 120_000;
const DOWNLOAD_MS = 240_000;
/** Of `apt-get -s install`: a package that would come, and its version. */
const INST = /^Inst (\S+) (?:\[\S+\] )?\((\S+) /;

/** Packages that can be unpacked, and a file that is there afterwards. */
export const UNPACKED = {
  prosody: { probe: 'usr/bin/prosody' },
  ejabberd: { probe: 'usr/sbin/ejabberdctl' },
};

/**
 * The folder with the package's files below it, downloaded now if need be.
 * @param {keyof typeof UNPACKED} name
 * @returns {{ root: string } | { missing: string }}
 */
export function debianRoot(name) {
  const { probe } = UNPACKED[name];
  const root = path.join(cacheFolder(), name);
  if (existsSync(path.join(root, probe))) return { root };
  const missing = `needs the Debian package ${name}, unpacked: sudo apt-get update && node scripts/debian-root.mjs ${name}`;
  if (!existsSync('/etc/debian_version')) return { missing: `${missing} (on a Debian)` };
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(path.join(cacheFolder(), 'unpacking-'));
  try {
    if (!unpack(name, work) || !existsSync(path.join(work, 'root', probe))) return { missing };
    moveTo(root, path.join(work, 'root'), probe);
    return { root };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Another test may have been as fast: then that one's counts. */
function moveTo(root, unpacked, probe) {
  if (existsSync(path.join(root, probe))) return;
  rmSync(root, { recursive: true, force: true });
  try {
    renameSync(unpacked, root);
  } catch (error) {
    if (!existsSync(path.join(root, probe))) throw error;
  }
}

function unpack(name, work) {
  let wanted = packagesFor(name);
  if (wanted.length === 0 && process.getuid?.() === 0) {
    // The package lists of a fresh machine are missing or old.
    run(['apt-get', 'update'], work, LISTS_MS);
    wanted = packagesFor(name);
  }
  // Installed already: then all it needs is there, and its own files are unpacked once more.
  if (wanted.length === 0) wanted = [name];
  // As root, apt would hand the download to its own user, who may not write here.
  const download = ['apt-get', '-o', 'APT::Sandbox::User=root', 'download', ...wanted];
  if (run(download, work, DOWNLOAD_MS).status !== 0) return false;
  const root = path.join(work, 'root');
  const files = readdirSync(work).filter((file) => file.endsWith('.deb'));
  return files.every((file) => run(['dpkg', '-x', file, root], work, DOWNLOAD_MS).status === 0);
}

/** `name=version` of the package and of all it needs that the system does not have; nothing is installed. */
function packagesFor(name) {
  const simulate = ['apt-get', '-s', '-o', 'APT::Install-Recommends=0', 'install', name];
  const { stdout } = run(simulate, '/', LISTS_MS);
  return stdout
    .split('\n')
    .map((line) => INST.exec(line))
    .filter((match) => match !== null)
    .map(([, file, version]) => `${file}=${version}`);
}

function run([file, ...args], cwd, timeout) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
  const { status, stdout } = spawnSync(file, args, { cwd, env, timeout, encoding: 'utf8' });
  return { status, stdout: stdout ?? '' };
}

function cacheFolder() {
  const root = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  return path.join(root, 'cluster-lab', 'debian');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const name = process.argv[2] ?? '';
  const found = Object.hasOwn(UNPACKED, name)
    ? debianRoot(name)
    : { missing: `one of ${Object.keys(UNPACKED).join(', ')}, please` };
  process.stdout.write(`${found.root ?? found.missing}\n`);
  process.exitCode = found.root ? 0 : 1;
}
