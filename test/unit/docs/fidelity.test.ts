/** docs/fidelity.md keeps its promises: a row for every quirk and every known problem, and the scenarios it names exist. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { QUIRKS, quirkDefault } from '#core/shared/quirks.js';

const root = new URL('../../../', import.meta.url);
const SCENARIO_FOLDERS = ['test/scenario/files', 'examples/scenarios'];
const PROBLEMS_PER_LINK = 24;

/** Cells of every table row of the page, without the lines that separate headings. */
const rows = readFileSync(new URL('docs/fidelity.md', root), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !line.startsWith('| -'))
  .map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

/** Rows of the problems of a link, which are numbered with a letter: K of 5277, E of 5270. */
function problems(letter: 'K' | 'E'): { numbers: string[]; where: string }[] {
  return rows
    .map((row) => ({ numbers: row[0]?.match(/\b[KE]\d+\b/g) ?? [], where: row.at(-1) ?? '' }))
    .filter(({ numbers }) => numbers[0]?.startsWith(letter));
}

/** Scenarios that a cell names, as the page writes them: with or without the folder, with or without `.yaml`. A reason begins with a word. */
function scenarios(where: string): string[] {
  if (!where.startsWith('`')) return [];
  return [...where.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

function exists(scenario: string): boolean {
  const [name = ''] = scenario
    .replace(/\.yaml$/, '')
    .split('/')
    .slice(-1);
  return SCENARIO_FOLDERS.some((folder) => existsSync(new URL(`${folder}/${name}.yaml`, root)));
}

describe('docs/fidelity.md', () => {
  it('has one row for every quirk, with the profiles that have it on', () => {
    const onOff = (name: string, profile: '5.2' | '7.1'): string =>
      quirkDefault(name, profile) ? 'on' : 'off';
    const wanted = QUIRKS.map(({ name }) => [`\`${name}\``, onOff(name, '5.2'), onOff(name, '7.1')]);
    const written = rows.filter(([, first, second]) =>
      [first, second].every((cell) => cell === 'on' || cell === 'off'),
    );
    expect(written.map((row) => row.slice(0, 3)).toSorted()).toEqual(wanted.toSorted());
  });

  it.for(['K', 'E'] as const)('says of each problem %s where it is played, or why it is not', (letter) => {
    const all = problems(letter);
    const wanted = Array.from({ length: PROBLEMS_PER_LINK }, (_, index) => `${letter}${index + 1}`);
    expect(all.flatMap(({ numbers }) => numbers)).toEqual(wanted);
    for (const { numbers, where } of all) expect([numbers, where.length > 10]).toEqual([numbers, true]);
  });

  it('names only scenarios that are there', () => {
    const named = [...problems('K'), ...problems('E')].flatMap(({ where }) => scenarios(where));
    expect(named.length).toBeGreaterThan(2 * PROBLEMS_PER_LINK);
    expect(named.filter((name) => !exists(name))).toEqual([]);
  });
});
