/** docs/properties.md names every property that the lab reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const page = readFileSync(new URL('docs/properties.md', root), 'utf8');
/** The linter knows more than is played. */
const FOLDERS = ['core/shared/config', 'core/server', 'core/component', 'core/muc', 'core/lab'];
/** Values of `config-type` look like properties. */
const VALUES = /^--gen-config-/;

/** Every `'--name'` in the source of the laboratory. */
function propertiesRead(): string[] {
  const texts = FOLDERS.flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter(
        (name) =>
          name.endsWith('.ts') &&
          !/^(lint|catalogue)[\\/]/.test(name) &&
          !name.endsWith('known-properties.ts'),
      )
      .map((name) => readFileSync(new URL(`${folder}/${name}`, root), 'utf8')),
  );
  const named = texts.flatMap((text) =>
    [...text.matchAll(/'(--[a-z][\w-]+)'/g)].map(([, name = '']) => name),
  );
  return [...new Set(named)].filter((name) => !VALUES.test(name)).sort();
}

it('names every property that is read', () => {
  const read = propertiesRead();
  expect(read).toContain('--cluster-nodes');
  // A numbered one is written with an N.
  const isNamed = (name: string): boolean => page.includes(`\`${name}\``) || page.includes(`\`${name}-N\``);
  expect(read.filter((name) => !isNamed(name))).toEqual([]);
});
