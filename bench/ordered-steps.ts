/**
 * Ordered steps a second with the full logic of every process, on real sockets and in memory, side by side.
 * Run: npm run build && npx tsx --conditions=source bench/ordered-steps.ts [steps]
 */
import { Lab } from '#core/lab/lab.js';
import { addClients, startTalking } from './support/chatter.js';
import { meshTopology } from './support/mesh.js';

const STEPS = Number(process.argv[2] ?? 40_000);

interface Measured {
  stepsPerSecond: number;
  /** By the processor time of this process, which other work on the machine hardly changes. */
  stepsPerCpuSecond: number;
  eventsPerStep: number;
}

async function measure(servers: number, transport: 'loopback' | 'memory'): Promise<Measured> {
  const lab = await Lab.open({ topology: meshTopology(servers), transport, seed: 1 });
  await lab.boot();
  await lab.stepper.run({ until: lab.clock.now() + 10_000_000 });
  const names = await addClients(lab, Math.max(1, Math.ceil(20 / servers)));
  let [steps, events] = [0, 0];
  const started = process.hrtime.bigint();
  const cpu = process.cpuUsage();
  while (steps < STEPS) {
    startTalking(lab, names, 10);
    const before = { steps: lab.stepper.steps, events: lab.trace.length };
    const bound = before.steps + STEPS - steps;
    await lab.stepper.run({
      until: lab.clock.now() + 4_000_000,
      met: () => lab.stepper.steps >= bound || lab.network.ready.size === 0,
    });
    steps += lab.stepper.steps - before.steps;
    events += lab.trace.length - before.events;
  }
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const { user, system } = process.cpuUsage(cpu);
  await lab.close();
  return {
    stepsPerSecond: steps / seconds,
    stepsPerCpuSecond: (1e6 * steps) / (user + system),
    eventsPerStep: events / steps,
  };
}

process.stdout.write(
  'servers  loopback steps/s  memory steps/s  loopback steps/CPU s  memory steps/CPU s  ratio  events/step\n',
);
for (const servers of [2, 5, 20]) {
  const loopback = await measure(servers, 'loopback');
  const memory = await measure(servers, 'memory');
  const columns = [
    String(servers).padStart(7),
    Math.round(loopback.stepsPerSecond).toString().padStart(16),
    Math.round(memory.stepsPerSecond).toString().padStart(14),
    Math.round(loopback.stepsPerCpuSecond).toString().padStart(20),
    Math.round(memory.stepsPerCpuSecond).toString().padStart(18),
    (memory.stepsPerCpuSecond / loopback.stepsPerCpuSecond).toFixed(2).padStart(5),
    loopback.eventsPerStep.toFixed(1).padStart(11),
  ];
  process.stdout.write(`${columns.join('  ')}\n`);
}
