/** Scenarios on a lab that ignores something: what would have said it is taken out of the files, or of the stanzas. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runScenario, type ScenarioRun } from '#core/lab/scenario-runner.js';
import { parseInitProperties } from '#core/shared/config/init-properties.js';
import { parseScenario } from '#core/shared/scenario/parse-scenario.js';
import type { Scenario } from '#core/shared/scenario/scenario-schema.js';
import { readTopology } from '#main/topology/read-topology.js';
import { ROOT } from '../scenario/play-file.js';

type Change = (text: string) => string;

export interface Ignoring {
  /** Changes every properties file. */
  files?: Change;
  /** Changes every text that a command of the scenario takes: stanzas above all. Expectations stay. */
  commands?: Change;
}

/** Plays a scenario of the repository in memory, changed. */
export async function playIgnoring(
  file: string,
  { files = same, commands = same }: Ignoring,
): Promise<ScenarioRun> {
  const scenario = readScenario(file);
  const { topology } = scenario;
  if ('files' in topology) topology.files = topology.files.map((given) => changed(given, given.name, files));
  const steps = scenario.steps.map((step) =>
    step.kind === 'command' ? { ...step, args: withTexts(step.args, commands) } : step,
  );
  return runScenario(
    { ...scenario, steps },
    {
      transport: 'memory',
      async readTopology(folder) {
        const source = await readTopology(folder);
        return { ...source, files: source.files.map((given) => changed(given, given.path, files)) };
      },
    },
  );
}

/**
 * Whether a run has failed because something expected did not come, or something forbidden came. A topology that
 * does not open, a command that is refused and an exception of the lab are no proof that anything is modelled.
 */
export function failedAnExpectation({ firstFailure }: ScenarioRun): boolean {
  return firstFailure !== undefined && UNEXPECTED.test(firstFailure.code);
}

const UNEXPECTED = /^scenario\.(unmet|unmet-nothing|too-many|never-broken)$/;

function same(text: string): string {
  return text;
}

function readScenario(file: string): Scenario {
  const whole = path.join(ROOT, file);
  const parsed = parseScenario(whole, readFileSync(whole, 'utf8'));
  if (!parsed.ok) throw new Error(`${file} cannot be read`);
  return parsed.scenario;
}

type Args = Readonly<Record<string, unknown>>;

function withTexts(args: Args, change: Change): Args {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, typeof value === 'string' ? change(value) : value]),
  );
}

function changed<File extends { text: string }>(file: File, name: string, change: Change): File {
  return name.endsWith('.yaml') ? file : { ...file, text: change(file.text) };
}

/** A text without the entries whose key is such. */
export function without(text: string, isIgnored: (key: string) => boolean): string {
  const gone = new Set<number>();
  for (const { key, keyRange, valueRange } of parseInitProperties('', text).entries) {
    if (!isIgnored(key)) continue;
    for (let line = keyRange.line; line <= valueRange.endLine; line += 1) gone.add(line);
  }
  return text
    .split(/\r\n|\r|\n/)
    .filter((_, index) => !gone.has(index + 1))
    .join('\n');
}

/** A stanza without the fields of that name in its forms, over however many lines they go. */
export function withoutField(stanza: string, name: string): string {
  const named = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const start = `<field\\b[^>]*\\bvar=(?<quote>["'])${named}\\k<quote>[^>]*?`;
  return stanza.replaceAll(new RegExp(`${start}(?:/>|>[\\s\\S]*?</field>)`, 'g'), '');
}
