/** docs/properties*.md are what the catalogue says, and the catalogue says of every property that the lab reads that it is played. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { entryForKey } from '#core/shared/config/catalogue/lookup.js';
import { cataloguePage } from '#main/docs/catalogue-page.js';

const root = new URL('../../../', import.meta.url);
/** The linter knows more than is played. */
const FOLDERS = ['core/shared/config', 'core/server', 'core/component', 'core/muc', 'core/lab'];
const NOT_PLAYED = /^(lint|catalogue|assist|new-topology)[\\/]/;
/** Values of `config-type` look like properties. */
const VALUES = /^--gen-config-/;

/** Every `'--name'` in the source of the laboratory. */
function propertiesRead(): string[] {
  const texts = FOLDERS.flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !NOT_PLAYED.test(name))
      .map((name) => readFileSync(new URL(`${folder}/${name}`, root), 'utf8')),
  );
  const named = texts.flatMap((text) =>
    [...text.matchAll(/'(--[a-z][\w-]+)'/g)].map(([, name = '']) => name),
  );
  return [...new Set(named)].filter((name) => !VALUES.test(name)).sort();
}

it('the catalogue says of every property that is read that it is modelled', () => {
  const read = propertiesRead();
  expect(read).toContain('--cluster-nodes');
  expect(read.filter((name) => entryForKey(name)?.treatment.as !== 'modelled')).toEqual([]);
});

it.each([
  ['en', 'docs/properties.md'],
  ['zh-CN', 'docs/properties.zh-CN.md'],
] as const)('the page in %s is what `npm run docs` writes', async (language, name) => {
  const file = fileURLToPath(new URL(name, root));
  const page = await format(cataloguePage(language), { ...(await resolveConfig(file)), parser: 'markdown' });
  expect(readFileSync(file, 'utf8')).toBe(page);
});
