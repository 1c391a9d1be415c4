/** docs/faults.md has a row for every kind of fault, with its target and the names of its options. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultKindViews } from '#core/lab/faults/kinds.js';

const page = readFileSync(new URL('../../../docs/faults.md', import.meta.url), 'utf8');

/** Cells of the rows of a kind: the second names what it is put on. */
const rows = page
  .slice(page.indexOf('## Kinds'))
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, , on = '']) => /^(route|node|port|name|database|nodes)$/.test(on));

describe('docs/faults.md', () => {
  it('has one row for each kind, which says what it is put on', () => {
    const wanted = faultKindViews().map(({ kind, on }) => [`\`${kind}\``, on]);
    expect(rows.map(([, kind, on]) => [kind, on]).toSorted()).toEqual(wanted.toSorted());
  });

  it.for(faultKindViews())('names the options of $kind', ({ kind, options }) => {
    const [, , , cell = ''] = rows.find(([, name]) => name === `\`${kind}\``) ?? [];
    const named = [...cell.matchAll(/`([a-zA-Z]+)`/g)].map(([, name = '']) => name);
    const choices = Object.values(options).flatMap((spec) => (spec.type === 'choice' ? spec.choices : []));
    expect(named.filter((name) => !choices.includes(name)).toSorted()).toEqual(
      Object.keys(options).toSorted(),
    );
  });
});
