/** Programs of other people that the interoperability tests run against. */
import { spawnSync } from 'node:child_process';
import { debianRoot, UNPACKED } from './debian-root.mjs';

const APT_MS = 240_000;

const PACKAGES = [{ name: 'python3-slixmpp', probe: ['/usr/bin/python3', '-c', 'import slixmpp'] }];

/** Installs or unpacks what is missing where that is possible; says how where it is not. */
export function prepareDebianPackages() {
  for (const name of Object.keys(UNPACKED)) {
    const { missing } = debianRoot(name);
    if (missing) process.stdout.write(`${missing}; its tests are skipped\n`);
  }
  for (const { name, probe } of PACKAGES) {
    if (succeeds(probe)) continue;
    const isRoot = process.getuid?.() === 0;
    const install = [
      'apt-get',
      '-o',
      'DPkg::Lock::Timeout=120',
      'install',
      '-y',
      '--no-install-recommends',
      name,
    ];
    const installed = isRoot && (succeeds(install) || (succeeds(['apt-get', 'update']) && succeeds(install)));
    if (installed && succeeds(probe)) process.stdout.write(`installed ${name}\n`);
    else
      process.stdout.write(
        `${name} is missing; its tests are skipped. To run them: sudo apt-get install -y ${name}\n`,
      );
  }
}

function succeeds([file, ...args]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(file, args, { env, stdio: 'ignore', timeout: APT_MS }).status === 0;
}
