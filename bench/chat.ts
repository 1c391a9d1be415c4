/**
 * Live: chats from clients of one node to clients of the other, over c2s, 5277 and c2s, per CPU second of the one
 * process that runs both nodes and all clients.
 * Run: npx tsx --conditions=source bench/chat.ts [messages]
 */
import { Lab } from '#core/lab/lab.js';
import { addClients } from './support/chatter.js';
import { meshTopology } from './support/mesh.js';

const MESSAGES = Number(process.argv[2] ?? 20_000);
const BURST = 50;

const lab = await Lab.open({ topology: meshTopology(2) });
await lab.boot();
await lab.stepper.run({ until: lab.clock.now() + 10_000_000 });
const names = await addClients(lab, 10);
const half = names.length / 2;
lab.stepper.live();

const received = (): number =>
  names.slice(half).reduce((sum, name) => sum + (lab.clients.get(name)?.receivedCount ?? 0), 0);
const before = received();
const began = { cpu: process.cpuUsage(), wall: process.hrtime.bigint() };
let sent = 0;
while (sent < MESSAGES) {
  for (let index = 0; index < half; index += 1) {
    for (let number = 0; number < BURST && sent < MESSAGES; number += 1, sent += 1) {
      const [from, to] = [names[index] ?? '', names[half + index] ?? ''];
      const stanza = `<message to="${to}@bench.example/${to}" type="chat"><body>${'x'.repeat(200)}</body></message>`;
      lab.kernel.enter(0, 'bench', () => lab.clients.get(from)?.send(stanza));
    }
  }
  while (received() - before < sent) await new Promise((resolve) => setImmediate(resolve));
}
const cpu = process.cpuUsage(began.cpu);
const cpuSeconds = (cpu.user + cpu.system) / 1e6;
const wall = Number(process.hrtime.bigint() - began.wall) / 1e9;
process.stdout.write(
  `${sent} chats delivered: ${Math.round(sent / cpuSeconds)} per CPU second, ${Math.round(sent / wall)} per second\n`,
);
await lab.close();
