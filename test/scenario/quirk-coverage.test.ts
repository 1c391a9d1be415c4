/** Each quirk is played on and off by a scenario that says so: a switch that nobody has tried is only a word. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { QUIRKS } from '#core/shared/quirks.js';
import { parseScenario } from '#core/shared/scenario/parse-scenario.js';
import { ROOT, scenarioFiles } from './play-file.js';

/** `NAME on` and `NAME off` of every switch that a scenario sets, at its top, at its start, or on the way. */
function switches(file: string): string[] {
  const parsed = parseScenario(file, readFileSync(path.join(ROOT, file), 'utf8'));
  if (!parsed.ok) throw new Error(`${file} cannot be read`);
  const { quirks = {}, steps } = parsed.scenario;
  const set = Object.entries(quirks);
  for (const step of steps) {
    if (step.kind === 'start') set.push(...Object.entries(step.options.quirks ?? {}));
    if (step.kind !== 'command' || step.command !== 'quirk.set') continue;
    set.push([String(step.args['quirk']), step.args['on'] === true]);
  }
  return set.map(([name, on]) => `${name} ${on ? 'on' : 'off'}`);
}

describe('each quirk has a scenario that plays it on, and one that plays it off', () => {
  const played = new Set(scenarioFiles().flatMap(switches));
  it.each(QUIRKS.map(({ name }) => name))('%s', (name) => {
    expect([played.has(`${name} on`), played.has(`${name} off`)]).toEqual([true, true]);
  });
});
