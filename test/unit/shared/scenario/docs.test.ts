import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES } from '#core/shared/api/commands.js';
import { exploreSettings } from '#core/shared/explore/explore-settings.js';
import { INVARIANT_NAMES } from '#core/shared/explore/invariant-names.js';
import { SUBJECTS } from '#core/shared/scenario/condition-schema.js';
import { isScenarioCommand } from '#core/shared/scenario/parse-step.js';
import { parseScenario } from '#core/shared/scenario/parse-scenario.js';
import { fileParts } from '#core/shared/scenario/scenario-schema.js';

const text = readFileSync(new URL('../../../../docs/scenarios.md', import.meta.url), 'utf8');
const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

/** A block is a whole file, the top of one, or some of its steps. */
function whole(block: string): string {
  if (block.startsWith('scenario:')) return block;
  if (block.startsWith('files:')) return `scenario: t\n${block}steps: [start]`;
  return `scenario: t\ntopology: x\nsteps:\n- start\n${block}`;
}

describe('docs/scenarios.md', () => {
  it.each(blocks)('%s', (block) => {
    const result = parseScenario('s.yaml', whole(block));
    expect(result.ok ? [] : result.problems).toEqual([]);
  });

  it('has an example of every key and condition', () => {
    for (const key of [...Object.keys(fileParts), 'steps']) expect(text).toContain(`| \`${key}\` `);
    for (const subject of SUBJECTS) expect(blocks.join('')).toMatch(new RegExp(`\\b${subject}:`));
    for (const key of ['within', 'atLeast', 'count', 'since', 'for']) expect(text).toContain(`| \`${key}: `);
  });

  it('and a scenario can use commands of every acting area', () => {
    const areas = new Set(COMMAND_NAMES.filter(isScenarioCommand).map((name) => name.split('.')[0]));
    expect([...areas].sort()).toEqual(['client', 'component', 'fault', 'link', 'node', 'quirk', 'stanza']);
  });
});

describe('docs/explore.md', () => {
  const explore = readFileSync(new URL('../../../../docs/explore.md', import.meta.url), 'utf8');
  const examples = [...explore.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

  it.each(examples)('%s', (example) => {
    const result = parseScenario('s.yaml', example);
    expect(result.ok ? [] : result.problems).toEqual([]);
  });

  it('has a row of every invariant and setting', () => {
    for (const name of [...INVARIANT_NAMES, ...Object.keys(exploreSettings.shape)])
      expect(explore).toContain(`| \`${name}\` `);
  });
});
