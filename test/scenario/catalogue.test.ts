/**
 * "Modelled" means that it changes what runs: the scenario that the catalogue names for an entry passes (every scenario does,
 * all-scenarios.test.ts), and must fail on a lab that ignores that entry.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '#core/shared/config/catalogue/catalogue.js';
import type { CatalogueEntry } from '#core/shared/config/catalogue/entry.js';
import { entryForKey } from '#core/shared/config/catalogue/lookup.js';
import { CONFIG_TYPE_KEY, componentSetOf } from '#core/shared/config/config-type.js';
import { parseInitProperties, valueOf } from '#core/shared/config/init-properties.js';
import { SM_PLUGINS_KEY } from '#core/shared/config/sm-plugins.js';
import { playChanged, without } from '../support/play-ignoring.js';
import { playText, ROOT } from './play-file.js';

/** Kinds that are written as keys of a file. */
const KEYS: ReadonlySet<CatalogueEntry['kind']> = new Set(['property', 'setting', 'muc-setting']);

const MODELLED = CATALOGUE.flatMap((entry) =>
  entry.treatment.as === 'modelled' ? [{ name: entry.name, scenario: entry.treatment.scenario, entry }] : [],
);

describe('a scenario fails when the lab ignores', () => {
  const keys = MODELLED.filter(({ entry }) => KEYS.has(entry.kind));
  it.concurrent.each(keys)('$name: $scenario', async ({ scenario, entry }) => {
    let ignored = 0;
    const run = await playChanged(scenario, (text) =>
      without(text, (key) => {
        const is = entryForKey(key) === entry;
        if (is) ignored += 1;
        return is;
      }),
    );
    expect(ignored, 'the scenario does not write it').toBeGreaterThan(0);
    expect(run.passed, 'the scenario passes without it').toBe(false);
  });

  const configTypes = MODELLED.filter(({ entry }) => entry.kind === 'config-type');
  it.concurrent.each(configTypes)('config-type = $name: $scenario', async ({ name, scenario }) => {
    const run = await playChanged(scenario, (text) => asAnotherType(text, name));
    expect(run.passed, 'the scenario passes with another set of components').toBe(false);
  });

  const plugins = MODELLED.filter(({ entry }) => entry.kind === 'plugin');
  it.concurrent.each(plugins)('the plugin $name: $scenario', async ({ name, scenario }) => {
    const run = await playChanged(scenario, (text) => withoutPlugin(text, name));
    expect(run.passed, 'the scenario passes without the plugin').toBe(false);
  });

  const fields = MODELLED.filter(({ entry }) => entry.kind === 'room-field');
  it.concurrent.each(fields)('the field $name: $scenario', async ({ name, scenario }) => {
    const text = readFileSync(path.join(ROOT, scenario), 'utf8');
    const ignoring = text.replaceAll(new RegExp(`<field var="${name}">.*?</field>`, 'g'), '');
    expect(ignoring, 'the scenario does not submit it').not.toBe(text);
    const run = await playText(ignoring, path.join(ROOT, scenario), { transport: 'memory' });
    expect(run.passed, 'the scenario passes without it').toBe(false);
  });

  const errors = MODELLED.filter(({ entry }) => entry.kind === 'error-code');
  it.concurrent.each(errors)('the error $name: $scenario', async ({ name, scenario }) => {
    const text = readFileSync(path.join(ROOT, scenario), 'utf8');
    const other = text.replaceAll(name.split(' ')[1] ?? '', 'unexpected-request');
    expect(other, 'the scenario does not expect it').not.toBe(text);
    const run = await playText(other, path.join(ROOT, scenario), { transport: 'memory' });
    expect(run.passed, 'the scenario passes with another condition').toBe(false);
  });
});

/** The components of another set: the default one, or for that one those of a component process. */
function asAnotherType(text: string, name: string): string {
  const isDefault = componentSetOf(name) === 'default';
  if (!text.includes(`config-type = ${name}\n`)) return text;
  const ignoring = without(text, (key) => key === CONFIG_TYPE_KEY);
  return isDefault ? `config-type = --gen-config-comp\n${ignoring}` : ignoring;
}

/** `--sm-plugins` with one item more, which takes the plugin away. */
function withoutPlugin(text: string, id: string): string {
  const value = valueOf(parseInitProperties('', text), SM_PLUGINS_KEY);
  const items = [...(value === undefined ? [] : [value]), `-${id}`].join(',');
  return `${without(text, (key) => key === SM_PLUGINS_KEY)}\n${SM_PLUGINS_KEY} = ${items}\n`;
}
