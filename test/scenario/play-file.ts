import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runScenario, type ScenarioOptions, type ScenarioRun } from '#core/lab/scenario-runner.js';
import { parseScenario } from '#core/shared/scenario/parse-scenario.js';
import { renderText } from '#core/shared/text/render.js';
import { readTopology } from '#main/topology/read-topology.js';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Every scenario that ships and every one of the tests' own. */
export function scenarioFiles(): string[] {
  return ['examples/scenarios', 'test/scenario/files'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => path.join(folder, name)),
  );
}

type Options = Partial<Omit<ScenarioOptions, 'readTopology'>>;

export async function playText(text: string, file: string, options: Options = {}): Promise<ScenarioRun> {
  const parsed = parseScenario(file, text);
  if (!parsed.ok) throw new Error(parsed.problems.map(problemText).join('\n'));
  return runScenario(parsed.scenario, { readTopology, ...options });
}

/** @param file relative to the repository */
export function playFile(file: string, options: Options = {}): Promise<ScenarioRun> {
  const whole = path.join(ROOT, file);
  return playText(readFileSync(whole, 'utf8'), whole, options);
}

/** Why a run failed, in words; empty when it passed. */
export function failureText({ scenario, firstFailure }: ScenarioRun): string {
  if (!firstFailure) return '';
  const { line, step, time, code, params } = firstFailure;
  return `${scenario}:${line}: step ${step}, ${time} ms: ${renderText('en', code, params)}`;
}

function problemText({
  code,
  params,
  range,
}: {
  code: string;
  params: Record<string, string | number>;
  range: { line: number };
}): string {
  return `${range.line}: ${renderText('en', code, params)}`;
}
