/**
 * Looking back at random events of a long run: how long a picture takes, what the kept ones weigh, and what folding costs
 * while events are recorded. Run: npx tsx --conditions=source bench/scrub.ts [events] [looks]
 */
import { Lab } from '#core/lab/lab.js';
import { WorldFold } from '#core/shared/trace/world/world-fold.js';
import { worldViews } from '#core/shared/trace/world/world-views.js';
import { addClients, startTalking } from './support/chatter.js';
import { meshTopology } from './support/mesh.js';

const EVENTS = Number(process.argv[2] ?? 1_000_000);
const LOOKS = Number(process.argv[3] ?? 200);

function milliseconds(work: () => void): number {
  const started = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - started) / 1e6;
}

/** The same numbers in every run. */
function* spread(most: number): Generator<number> {
  for (let state = 1; ; state = (state * 48_271) % 2_147_483_647) yield 1 + (state % most);
}

const lab = await Lab.open({ topology: meshTopology(5), transport: 'memory', seed: 1 });
await lab.boot();
await lab.stepper.run({ until: lab.clock.now() + 10_000_000 });
const names = await addClients(lab, 4);
const started = process.hrtime.bigint();
const before = lab.trace.length;
while (lab.trace.length < EVENTS) {
  startTalking(lab, names, 20);
  await lab.stepper.run({
    until: lab.clock.now() + 4_000_000,
    met: () => lab.trace.length >= EVENTS || lab.network.ready.size === 0,
  });
}
const recording = Number(process.hrtime.bigint() - started) / 1e6;
const rows = lab.trace.range(lab.trace.length - 20_000, lab.trace.length);
const fold = new WorldFold(lab.pictures.at(lab.trace.length - 20_001));
const folding = milliseconds(() => rows.forEach((row) => fold.take(row))) / rows.length;
const perEvent = recording / (lab.trace.length - before);

const seqs = spread(lab.trace.length);
const times: number[] = [];
for (let look = 0; look < LOOKS; look += 1) {
  const seq = seqs.next().value as number;
  times.push(milliseconds(() => worldViews(lab.pictures.at(seq), lab.topology)));
}
times.sort((left, right) => left - right);
const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
const megabytes = (lab.pictures.bytes / 1e6).toFixed(2);
process.stdout.write(
  `${lab.trace.length} events; ${LOOKS} looks: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, longest ${at(1)} ms\n` +
    `kept pictures: ${megabytes} MB; folding: ${(folding * 1000).toFixed(2)} of ${(perEvent * 1000).toFixed(2)} µs an event\n`,
);
await lab.close();
