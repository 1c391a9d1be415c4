/** Scenarios on a lab that ignores a property: its lines are taken out of every file. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runScenario, type ScenarioRun } from '#core/lab/scenario-runner.js';
import { parseInitProperties } from '#core/shared/config/init-properties.js';
import { parseScenario } from '#core/shared/scenario/parse-scenario.js';
import { readTopology } from '#main/topology/read-topology.js';
import { ROOT } from '../scenario/play-file.js';

type Change = (text: string) => string;

/** Plays a scenario of the repository in memory, every properties file of it changed first. */
export async function playChanged(file: string, change: Change): Promise<ScenarioRun> {
  const whole = path.join(ROOT, file);
  const parsed = parseScenario(whole, readFileSync(whole, 'utf8'));
  if (!parsed.ok) throw new Error(`${file} cannot be read`);
  const { topology } = parsed.scenario;
  if ('files' in topology) topology.files = topology.files.map((given) => changed(given, given.name, change));
  return runScenario(parsed.scenario, {
    transport: 'memory',
    async readTopology(folder) {
      const source = await readTopology(folder);
      return { ...source, files: source.files.map((given) => changed(given, given.path, change)) };
    },
  });
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
