/** `cluster-lab compare`: one scenario under two settings, or two traces. */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runScenario } from '#core/lab/scenario-runner.js';
import { isQuirk } from '#core/shared/quirks.js';
import { readSetting, withSettings, type ScenarioSettings } from '#core/shared/scenario/other-settings.js';
import { parseScenario } from '#core/shared/scenario/parse-scenario.js';
import type { Scenario } from '#core/shared/scenario/scenario-schema.js';
import { compareTraces, type Comparison, type Side } from '#core/shared/trace/compare/compare-traces.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import { readText } from '#main/topology/read-text.js';
import { readTopology } from '#main/topology/read-topology.js';
import type { TransportName } from './arguments.js';
import { EXIT } from './exit-codes.js';
import { formatFinding } from './format-finding.js';
import type { Output } from './output.js';

export interface CompareOptions {
  left?: string[];
  right?: string[];
  transport?: TransportName;
  json?: boolean;
}

const LARGEST_SCENARIO = 10 * 1024 * 1024;
/** Characters of a difference that are shown. */
const SHOWN = 160;
/** Differences that are printed. */
const PRINTED = 20;

export async function compare(
  first: string,
  second: string | undefined,
  options: CompareOptions,
  output: Output,
): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cluster-lab-compare-'));
  try {
    const traces =
      second === undefined ? await play(first, options, { folder, output }) : { left: first, right: second };
    if (!traces) return EXIT.unusable;
    const sides = [await rowsOf(traces.left, output), await rowsOf(traces.right, output)] as const;
    const [left, right] = sides;
    if (!left || !right) return EXIT.unusable;
    const comparison = compareTraces(left, right);
    if (options.json) output.line(JSON.stringify(comparison, undefined, 2));
    else report(comparison, output);
    return comparison.total === 0 ? EXIT.ok : EXIT.failed;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function play(
  file: string,
  options: CompareOptions,
  { folder, output }: { folder: string; output: Output },
): Promise<{ left: string; right: string } | undefined> {
  const scenario = await scenarioAt(file, output);
  const settings = [settingsOf(options.left, output), settingsOf(options.right, output)] as const;
  const [left, right] = settings;
  if (!scenario || !left || !right) return undefined;
  const traces = { left: path.join(folder, 'left.jsonl'), right: path.join(folder, 'right.jsonl') };
  for (const [side, given] of [['left', left] as const, ['right', right] as const]) {
    const changed = withSettings(scenario, given);
    const played = await runScenario(changed, {
      readTopology,
      traceFile: traces[side],
      transport: options.transport ?? 'memory',
    });
    const params = { side, seed: played.seed, events: played.events };
    if (!options.json)
      output.line(output.text(played.passed ? 'cli.compare.passed' : 'cli.compare.failed', params));
    if (played.events === 0) return undefined;
  }
  return traces;
}

async function scenarioAt(file: string, output: Output): Promise<Scenario | undefined> {
  const read = await readText(file, LARGEST_SCENARIO);
  const parsed = 'problem' in read ? undefined : parseScenario(file, read.text);
  if (parsed?.ok) return parsed.scenario;
  const problems = 'problem' in read ? [read.problem] : (parsed?.problems ?? []);
  const texts = 'problem' in read ? new Map<string, string>() : new Map([[file, read.text]]);
  for (const problem of problems) output.note(formatFinding(output.lang, problem, texts));
  return undefined;
}

function settingsOf(given: readonly string[] = [], output: Output): ScenarioSettings | undefined {
  let settings: ScenarioSettings | undefined = { quirks: {} };
  for (const text of given) {
    settings = readSetting(text, settings);
    const unknown = Object.keys(settings?.quirks ?? {}).find((quirk) => !isQuirk(quirk));
    if (settings && unknown === undefined) continue;
    output.say('cli.compare.bad-setting', { setting: text });
    return undefined;
  }
  return settings;
}

/** undefined: it cannot be read, or is no trace; that has been said. */
async function rowsOf(file: string, output: Output): Promise<TraceRow[] | undefined> {
  const rows: TraceRow[] = [];
  try {
    let rest = '';
    for await (const chunk of createReadStream(file, 'utf8')) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) rows.push(rowOf(line));
    }
    return rows;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    output.say('cli.compare.unreadable', { file, line: rows.length + 1, reason });
    return undefined;
  }
}

function rowOf(line: string): TraceRow {
  const row: unknown = JSON.parse(line);
  const isRow = Array.isArray(row) && row.length === 6 && typeof row[4] === 'string' && Array.isArray(row[5]);
  if (!isRow) throw new TypeError('not an event');
  return row as TraceRow;
}

function report(
  { identical, firstEvent, headline, differences, total, agreed }: Comparison,
  output: Output,
): void {
  if (total === 0) {
    output.line(output.text(identical ? 'cli.compare.identical' : 'cli.compare.same', { agreed }));
    return;
  }
  output.line(output.text('cli.compare.different', { total, agreed, event: firstEvent ?? 0 }));
  for (const difference of [
    ...(headline ? [headline] : []),
    ...differences.filter((one) => one !== headline),
  ].slice(0, PRINTED)) {
    output.line(`\n${difference.subject}`);
    output.line(`  < ${sideText(difference.left, output)}`);
    output.line(`  > ${sideText(difference.right, output)}`);
  }
}

function sideText(side: Side | undefined, output: Output): string {
  if (!side) return output.text('cli.compare.nothing');
  const text = side.text.length > SHOWN ? `${side.text.slice(0, SHOWN)}…` : side.text;
  return `${(side.time / 1000).toFixed(3)} s  #${side.seq}  ${text}`;
}
