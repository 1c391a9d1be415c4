/**
 * `cluster-lab explore` in one thread: seeded runs a second, each a cluster of three that boots, chats and settles.
 * Run: NODE_ENV=production npx tsx --conditions=source bench/explore.ts [SEEDS]
 */
import { readFileSync } from 'node:fs';
import { Explorer } from '#core/lab/explore/explorer.js';
import { parseScenario } from '#core/shared/scenario/parse-scenario.js';
import { readTopology } from '#main/topology/read-topology.js';

const FILE = 'test/scenario/explore/ring-of-three.yaml';
const seeds = Number(process.argv[2] ?? 200);

const parsed = parseScenario(FILE, readFileSync(FILE, 'utf8'));
if (!parsed.ok) throw new Error(`${FILE} cannot be read`);
const { scenario } = parsed;
const explorer = new Explorer({ scenario, settings: scenario.explore, reader: { readTopology } });
const { events } = await explorer.run([]);
const began = process.cpuUsage();
const start = performance.now();
let failing = 0;
for (let seed = 1; seed <= seeds; seed += 1) if (await explorer.seed(seed)) failing += 1;
const { user, system } = process.cpuUsage(began);
const perCpuSecond = seeds / ((user + system) / 1e6);
const perSecond = (seeds / (performance.now() - start)) * 1000;
process.stdout.write(
  `${seeds} seeds, ${failing} failing; ${events} events in the usual course; ` +
    `${perCpuSecond.toFixed(1)} runs per CPU second, ${perSecond.toFixed(1)} a second\n`,
);
