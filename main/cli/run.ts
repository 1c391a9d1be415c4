/** `cluster-lab run`: plays scenarios, each in a lab of its own. */
import { runScenario } from '#core/lab/scenario-runner.js';
import { parseScenario } from '#core/shared/scenario/parse-scenario.js';
import { readText } from '#main/topology/read-text.js';
import { readTopology } from '#main/topology/read-topology.js';
import type { TransportName } from './arguments.js';
import { EXIT } from './exit-codes.js';
import { formatFinding } from './format-finding.js';
import { labDiagram } from './lab-diagram.js';
import type { Output } from './output.js';
import { scenarioJUnit } from './reports/scenario-junit.js';
import { scenarioFiles } from './scenario-files.js';
import {
  explanation,
  jsonResult,
  playedResult,
  type ScenarioResult,
  type Verdict,
} from './scenario-result.js';
import { written } from './write-result.js';

export interface RunOptions {
  seed?: number;
  transport?: TransportName;
  junit?: string;
  trace?: string;
  diagram?: string;
  json?: boolean;
}

const LARGEST_SCENARIO = 10 * 1024 * 1024;

export async function run(given: readonly string[], options: RunOptions, output: Output): Promise<number> {
  const files: string[] = [];
  for (const path of given) {
    const found = await scenarioFiles(path);
    if (found.length === 0) output.say('cli.run.none', { path });
    files.push(...found);
  }
  const one = options.trace ?? options.diagram;
  if (one !== undefined && files.length > 1) output.say('cli.run.one-trace');
  if (files.length === 0 || (one !== undefined && files.length > 1)) return EXIT.unusable;
  if (!isDrawable(options.diagram, output)) return EXIT.unusable;
  for (const path of [options.trace, options.diagram, options.junit]) {
    if (path !== undefined && !(await written(path, '', output))) return EXIT.unusable;
  }
  const results: ScenarioResult[] = [];
  for (const file of files) {
    const result = await playFile(file, options, output);
    if (!options.json) report(result, output);
    results.push(result);
  }
  return finish(results, options, output);
}

/** Whether that is a file that a diagram can be written into; that there is none to write is right, too. */
function isDrawable(path: string | undefined, output: Output): boolean {
  if (path === undefined || /\.(svg|mmd)$/.test(path)) return true;
  output.say('cli.run.diagram-kind', { path });
  return false;
}

async function playFile(file: string, options: RunOptions, output: Output): Promise<ScenarioResult> {
  const read = await readText(file, LARGEST_SCENARIO);
  if ('problem' in read) return unusable(file, [read.problem], '');
  const parsed = parseScenario(file, read.text);
  if (!parsed.ok) return unusable(file, parsed.problems, read.text);
  let drawing = '';
  const started = performance.now();
  const { seed, transport, trace: traceFile } = options;
  const played = await runScenario(parsed.scenario, {
    readTopology: (path) => readAloud(path, output),
    ...(seed === undefined ? {} : { seed }),
    ...(transport === undefined ? {} : { transport }),
    ...(traceFile === undefined ? {} : { traceFile }),
    ...(options.diagram === undefined
      ? {}
      : { ended: (lab) => void (drawing = labDiagram(lab, options.diagram ?? '')) }),
  });
  if (options.diagram !== undefined) await written(options.diagram, drawing, output);
  return playedResult(played, read.text, (performance.now() - started) / 1000);
}

/** Reads a topology and says what could not be read of it. */
async function readAloud(path: string, output: Output): ReturnType<typeof readTopology> {
  const source = await readTopology(path);
  for (const problem of source.problems) output.note(formatFinding(output.lang, problem, new Map()));
  return source;
}

function unusable(
  file: string,
  findings: ScenarioResult['problems']['findings'],
  text: string,
): ScenarioResult {
  return { file, title: file, verdict: 'unusable', seconds: 0, problems: { findings, text } };
}

function report(result: ScenarioResult, output: Output): void {
  const { run: played, verdict, file } = result;
  const { seed = 0, events = 0, traceHash = '' } = played ?? {};
  const params = { scenario: file, seed, events, hash: traceHash.slice(0, 12) };
  output.line(output.text(`cli.run.${verdict}`, params));
  if (verdict !== 'passed') output.line(explanation(output.lang, result));
}

async function finish(
  results: readonly ScenarioResult[],
  options: RunOptions,
  output: Output,
): Promise<number> {
  const count = (verdict: Verdict): number => results.filter((result) => result.verdict === verdict).length;
  const counts = { passed: count('passed'), failed: count('failed'), unusable: count('unusable') };
  if (options.json) output.line(JSON.stringify(results.map(jsonResult), undefined, 2));
  else output.line(output.text('cli.run.summary', counts));
  if (options.json) for (const result of results) explainAside(result, output);
  const { junit } = options;
  if (junit !== undefined && !(await written(junit, scenarioJUnit(output.lang, results), output)))
    return EXIT.unusable;
  if (counts.unusable > 0) return EXIT.unusable;
  return counts.failed > 0 ? EXIT.failed : EXIT.ok;
}

/** With --json the sentences go to stderr. */
function explainAside(result: ScenarioResult, output: Output): void {
  const text = explanation(output.lang, result);
  if (text !== '') output.note(text);
}
