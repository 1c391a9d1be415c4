/** Programs of other people that a test needs: there, installed now, or named so that somebody can install them. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const APT_MS = 300_000;
const UNPACK = fileURLToPath(new URL('../../scripts/debian-root.mjs', import.meta.url));

let updated: Promise<boolean> | undefined;

/**
 * True when the program is there, after installing it if this is root on a Debian. Otherwise the exact command to
 * type, which the caller gives to `ctx.skip`, so that the test is skipped visibly.
 * @param name Debian package
 * @param probe command and arguments that succeed when the package is installed
 */
export async function needDebianPackage(name: string, probe: string[]): Promise<true | string> {
  if (await succeeds(probe)) return true;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/etc/debian_version') && (await install(name)) && (await succeeds(probe)))
    return true;
  return `needs the Debian package ${name}: ${isRoot ? '' : 'sudo '}apt-get install -y ${name}`;
}

async function install(name: string): Promise<boolean> {
  // Two test files may want to install at once: dpkg lets one at a time.
  const command = [
    'apt-get',
    '-o',
    'DPkg::Lock::Timeout=120',
    'install',
    '-y',
    '--no-install-recommends',
    name,
  ];
  if (await succeeds(command)) return true;
  // The package lists of a fresh machine are missing or old.
  updated ??= succeeds(['apt-get', 'update']);
  return (await updated) && (await succeeds(command));
}

function succeeds([file = '', ...args]: string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return new Promise((resolve) => {
    execFile(file, args, { env, timeout: APT_MS, maxBuffer: 64 << 20 }, (error) => resolve(error === null));
  });
}

/**
 * The folder of a server's Debian package that is unpacked and not installed (`scripts/debian-root.mjs`), unpacked now
 * if need be; otherwise the exact command to type, for `ctx.skip`.
 */
export function needUnpackedPackage(name: string): Promise<{ root: string } | { missing: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [UNPACK, name], { timeout: APT_MS }, (error, stdout) => {
      resolve(error ? { missing: stdout.trim() || error.message } : { root: stdout.trim() });
    });
  });
}
