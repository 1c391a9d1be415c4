/** `cluster-lab compare`: a scenario under two settings, or two traces: what differs. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runScenario, type ScenarioRun } from '#core/lab/scenario-runner.js';
import { parseScenario } from '#core/shared/scenario/parse-scenario.js';
import type { Scenario } from '#core/shared/scenario/scenario-schema.js';
import { compareTraces } from '#core/shared/trace/compare/compare-traces.js';
import { renderText } from '#core/shared/text/render.js';
import { readText, systemCode } from '#main/topology/read-text.js';
import { readTopology } from '#main/topology/read-topology.js';
import type { TransportName } from './arguments.js';
import { scenarioUnder, type RunSettings } from './compare-settings.js';
import { sayComparison } from './compare-text.js';
import { EXIT } from './exit-codes.js';
import { formatFinding } from './format-finding.js';
import type { Output } from './output.js';
import { NotATrace, TraceFile } from './trace-file.js';

export interface CompareOptions {
  left: RunSettings;
  right: RunSettings;
  transport?: TransportName;
  json?: boolean;
}

const LARGEST_SCENARIO = 10 * 1024 * 1024;

/** Exit code: 0 the same, 1 different, 2 it cannot be said. */
export async function compare(
  files: readonly string[],
  options: CompareOptions,
  output: Output,
): Promise<number> {
  const [first, second, third] = files;
  if (first === undefined || third !== undefined) {
    output.say('cli.compare.how-many');
    return EXIT.unusable;
  }
  if (second === undefined) return compareRuns(first, options, output);
  if (Object.keys({ ...options.left, ...options.right }).length > 0) {
    output.say('cli.compare.no-settings');
    return EXIT.unusable;
  }
  return compareFiles({ left: first, right: second }, options, output);
}

async function compareRuns(file: string, options: CompareOptions, output: Output): Promise<number> {
  const scenario = await readScenario(file, output);
  if (!scenario) return EXIT.unusable;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'cluster-lab-compare-'));
  try {
    const traces = { left: path.join(folder, 'left'), right: path.join(folder, 'right') };
    for (const side of ['left', 'right'] as const) {
      const played = await runScenario(scenarioUnder(scenario, options[side]), {
        readTopology,
        transport: options.transport ?? 'memory',
        traceFile: traces[side],
        goOn: true,
      });
      if (!said(side, played, output)) return EXIT.unusable;
    }
    return compareFiles(traces, options, output);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readScenario(file: string, output: Output): Promise<Scenario | undefined> {
  const read = await readText(file, LARGEST_SCENARIO);
  const parsed =
    'problem' in read ? { ok: false as const, problems: [read.problem] } : parseScenario(file, read.text);
  if (parsed.ok) return parsed.scenario;
  const texts = new Map('problem' in read ? [] : [[file, read.text] as const]);
  for (const finding of parsed.problems) output.note(formatFinding(output.lang, finding, texts));
  return undefined;
}

/** Says what did not come out as expected; false when it was not played at all. */
function said(side: 'left' | 'right', run: ScenarioRun, output: Output): boolean {
  const failure = run.firstFailure;
  if (!failure) return true;
  const params = {
    side: output.text(`compare.side.${side}`),
    place: `${run.scenario}:${failure.line}`,
    message: renderText(output.lang, failure.code, failure.params),
  };
  output.say('cli.compare.failed-step', params);
  return run.events > 0;
}

function compareFiles(
  paths: { left: string; right: string },
  { json }: CompareOptions,
  output: Output,
): number {
  const open: TraceFile[] = [];
  let reading = paths.left;
  try {
    const left = new TraceFile(paths.left);
    open.push(left);
    reading = paths.right;
    const right = new TraceFile(paths.right);
    open.push(right);
    const comparison = compareTraces(left, right);
    if (json) output.line(JSON.stringify(comparison, undefined, 2));
    else sayComparison(comparison, output);
    return comparison.verdict === 'different' ? EXIT.failed : EXIT.ok;
  } catch (error) {
    if (error instanceof NotATrace) {
      output.say('cli.compare.not-a-trace', { path: reading, line: error.line });
    } else if (error instanceof Error && 'code' in error) {
      output.say('cli.compare.cannot-read', { path: reading, reason: systemCode(error) });
    } else throw error;
    return EXIT.unusable;
  } finally {
    for (const file of open) file.close();
  }
}
