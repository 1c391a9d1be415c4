/** `cluster-lab explore`: searches orders and faults for a run of a scenario in which something goes wrong. */
import { availableParallelism } from 'node:os';
import { campaign } from '#core/lab/explore/campaign.js';
import { Explorer } from '#core/lab/explore/explorer.js';
import { HostError } from '#core/shared/api/host-error.js';
import type { ExploreReport } from '#core/shared/explore/explore-report.js';
import { parseScenario } from '#core/shared/scenario/parse-scenario.js';
import type { Scenario } from '#core/shared/scenario/scenario-schema.js';
import { renderText } from '#core/shared/text/render.js';
import { readText } from '#main/topology/read-text.js';
import { readTopology } from '#main/topology/read-topology.js';
import { EXIT } from './exit-codes.js';
import { canWriteFinds, writeFinds } from './explore-files.js';
import { WorkerHand } from './explore-hand.js';
import { ProgressLine } from './explore-progress.js';
import { reportText } from './explore-text.js';
import { formatFinding } from './format-finding.js';
import type { Output } from './output.js';
import { untilStopped } from './until-stopped.js';

export interface ExploreOptions {
  seeds?: number;
  seedFrom?: number;
  workers?: number;
  stopAtFirst?: boolean;
  json?: boolean;
  out?: string;
}

const LARGEST_SCENARIO = 10 * 1024 * 1024;
const SEEDS = 200;

export async function explore(file: string, options: ExploreOptions, output: Output): Promise<number> {
  const read = await readScenario(file, output);
  if (!read) return EXIT.unusable;
  if (options.out !== undefined && !(await canWriteFinds(options.out, output))) return EXIT.unusable;
  try {
    const explorer = explorerOf(read);
    const report = await search(read, explorer, options, output);
    const { out } = options;
    const written = out === undefined ? [] : await writeFinds(out, read, { report, explorer }, output);
    if (written === undefined) return EXIT.unusable;
    if (options.json) output.line(JSON.stringify(report, undefined, 2));
    else output.line(reportText(output.lang, report, written));
    return report.finds.length > 0 ? EXIT.failed : EXIT.ok;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const reason = renderText(output.lang, `host.${error.code}`, error.params);
    output.say('cli.explore.refused', { reason });
    return EXIT.unusable;
  }
}

interface ReadScenario {
  scenario: Scenario;
  text: string;
}

async function readScenario(file: string, output: Output): Promise<ReadScenario | undefined> {
  const read = await readText(file, LARGEST_SCENARIO);
  const parsed =
    'problem' in read ? { ok: false as const, problems: [read.problem] } : parseScenario(file, read.text);
  const text = 'problem' in read ? '' : read.text;
  if (parsed.ok) return { scenario: parsed.scenario, text };
  for (const finding of parsed.problems) {
    output.note(formatFinding(output.lang, finding, new Map([[file, text]])));
  }
  return undefined;
}

function explorerOf({ scenario }: ReadScenario): Explorer {
  return new Explorer({ scenario, settings: scenario.explore, reader: { readTopology } });
}

async function search(
  { scenario, text }: ReadScenario,
  explorer: Explorer,
  options: ExploreOptions,
  output: Output,
): Promise<ExploreReport> {
  const { seeds = SEEDS, seedFrom: from = 1, stopAtFirst = false } = options;
  const wanted = Math.min(options.workers ?? Math.max(1, availableParallelism() - 1), Math.max(1, seeds));
  const workers =
    wanted === 1 ? [] : Array.from({ length: wanted }, () => new WorkerHand(scenario.file, text));
  const stop = untilStopped();
  let stopped = false;
  void stop.wait(undefined).then(() => (stopped = true));
  const line = new ProgressLine(output);
  try {
    return await campaign({
      explorer,
      hands: workers.length > 0 ? workers : [explorer],
      ...{ from, seeds, stopAtFirst, stopped: () => stopped },
      progress: (progress) => line.show(progress),
    });
  } finally {
    line.end();
    stop.release();
    await Promise.all(workers.map((worker) => worker.close()));
  }
}
