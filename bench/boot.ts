/**
 * Booting N servers in full mesh until every cluster link is connected: time, memory, descriptors.
 * Run: npx tsx --conditions=source bench/boot.ts
 */
import { readdirSync } from 'node:fs';
import { Lab } from '#core/lab/lab.js';
import { meshTopology } from './support/mesh.js';

process.stdout.write('servers  links  boot s  linked s  RSS MB  descriptors\n');
for (const servers of [2, 20, 50]) {
  const began = process.hrtime.bigint();
  const seconds = (): string => (Number(process.hrtime.bigint() - began) / 1e9).toFixed(2);
  const lab = await Lab.open({ topology: meshTopology(servers) });
  await lab.boot();
  const booted = seconds();
  const wanted = servers * (servers - 1) * 2;
  const linked = (): number =>
    lab.network.allLinks().filter((link) => link.open && link.service === 'cl-comp').length;
  while (linked() < wanted) await lab.stepper.run({ until: lab.clock.now() + 1_000_000 });
  const columns = [
    String(servers).padStart(7),
    String(linked()).padStart(5),
    booted.padStart(6),
    seconds().padStart(8),
    Math.round(process.memoryUsage().rss / 1e6)
      .toString()
      .padStart(6),
    String(descriptors()).padStart(11),
  ];
  process.stdout.write(`${columns.join('  ')}\n`);
  await lab.close();
}

/** Open file descriptors of this process; Linux only. */
function descriptors(): number {
  return readdirSync('/proc/self/fd').length;
}
