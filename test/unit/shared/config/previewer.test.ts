import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TigaseVersion } from '#core/shared/config/catalogue/entry.js';
import { buildTopology, type TopologySource } from '#core/shared/config/build-topology.js';
import { lintTopology } from '#core/shared/config/lint/lint.js';
import { previewTopology, type TopologyTexts } from '#core/shared/config/preview/preview-topology.js';
import { previewer } from '#core/shared/config/preview/previewer.js';
import { remembering } from '#core/shared/config/remembering.js';
import { corpusCases } from './lint-corpus-support.js';
import { example, type Texts } from './topology-support.js';

const LAB_YAML = 'lab.yaml';

/** Other objects each time, as a window makes them. */
function textsOf({ [LAB_YAML]: yaml, ...files }: Texts): TopologyTexts {
  const sources = Object.entries(files).map(([path, text]): TopologySource => {
    return { path, processName: path.replace('.properties', ''), text };
  });
  return {
    name: 'again',
    files: sources,
    ...(yaml === undefined ? {} : { labYaml: { path: LAB_YAML, text: yaml } }),
  };
}

const CASES = corpusCases().map(({ texts }) => texts);
const LINES = [
  ...new Set(CASES.flatMap((texts) => Object.values(texts).flatMap((text) => text.split('\n')))),
];

interface Edit {
  file: number;
  at: number;
  /** `cut` characters go, `put` comes; or a whole line comes before another one; or a file goes, or comes once more. */
  what: { cut: number; put: string } | { line: string } | 'drop' | 'copy';
}

const anyEdit: fc.Arbitrary<Edit> = fc.record({
  file: fc.nat(),
  at: fc.nat(),
  what: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ cut: fc.nat(2), put: fc.constantFrom(...'x:,;=#-\\ \n5é', '', 'true') }),
    },
    { weight: 3, arbitrary: fc.record({ line: fc.constantFrom(...LINES) }) },
    { weight: 1, arbitrary: fc.constantFrom('drop' as const, 'copy' as const) },
  ),
});

function edited(texts: Texts, { file, at, what }: Edit): Texts {
  const names = Object.keys(texts);
  const name = names[file % names.length];
  if (name === undefined) return texts;
  const { [name]: text = '', ...others } = texts;
  if (what === 'drop') return others;
  if (what === 'copy') return name === LAB_YAML ? texts : { ...texts, [`copy-of-${name}`]: text };
  if ('line' in what) {
    const lines = text.split('\n');
    return { ...texts, [name]: lines.toSpliced(at % (lines.length + 1), 0, what.line).join('\n') };
  }
  const place = at % (text.length + 1);
  return { ...texts, [name]: text.slice(0, place) + what.put + text.slice(place + what.cut) };
}

describe('a preview that is asked again and again', () => {
  it('says what a fresh one says, whatever has been edited', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CASES),
        fc.array(anyEdit, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('5.2' as const, '7.1' as const),
        (start, edits, profile) => {
          const again = previewer();
          const running = previewTopology(textsOf(start), profile).plan;
          let texts: Texts = start;
          for (const edit of edits) {
            again(textsOf(texts), profile, running);
            texts = edited(texts, edit);
            expect(again(textsOf(texts), profile, running)).toStrictEqual(
              previewTopology(textsOf(texts), profile, running),
            );
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('reads only the file that has been edited', () => {
    const again = previewer();
    const files = Object.fromEntries(
      Object.entries(example('seed')).map(([name, text]) => [`${name}.properties`, text]),
    );
    const before = again(textsOf(files));
    const after = again(textsOf({ ...files, 'muc1.properties': `${files['muc1.properties']}\n--xyz=1` }));
    const [muc1, ...others] = after.plan.processes;
    expect(muc1).not.toBe(before.plan.processes[0]);
    others.forEach((process, index) => expect(process).toBe(before.plan.processes[index + 1]));
  });
});

it('the linter keeps apart what holds for one version and for another', () => {
  const sources = textsOf(CASES[0] ?? {}).files;
  const found = (profile: TigaseVersion) => lintTopology(buildTopology('again', sources), { profile });
  const fresh = (profile: TigaseVersion) =>
    lintTopology(buildTopology('again', structuredClone(sources)), { profile });
  for (const profile of ['5.1', '7.1', '5.1', '5.2'] as const) expect(found(profile)).toEqual(fresh(profile));
});

it('what is remembered of an object holds for the same arguments only, and a Map is never taken for another one', () => {
  let asked = 0;
  const count = remembering((_subject: object, ..._rest: readonly unknown[]) => (asked += 1));
  const subject = {};
  expect([count(subject, { a: [1] }), count(subject, { a: [1] }), count(subject, { a: [2] })]).toEqual([
    1, 1, 2,
  ]);
  expect([count({}, 1), count(subject, new Map([[1, 1]])), count(subject, new Map([[2, 2]]))]).toEqual([
    3, 4, 5,
  ]);
});
