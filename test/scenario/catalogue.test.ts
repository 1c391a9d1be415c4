/**
 * "Modelled" means that it changes what runs: the scenario that the catalogue names for an entry passes (every scenario does,
 * all-scenarios.test.ts), and something that it expects or forbids must fail on a lab that ignores that entry.
 */
import { describe, expect, it, vi } from 'vitest';
import type { ScenarioRun } from '#core/lab/scenario-runner.js';
import { CATALOGUE } from '#core/shared/config/catalogue/catalogue.js';
import type { CatalogueEntry } from '#core/shared/config/catalogue/entry.js';
import { entryForKey } from '#core/shared/config/catalogue/lookup.js';
import { CONFIG_TYPE_KEY, componentSetOf } from '#core/shared/config/config-type.js';
import { parseInitProperties, valueOf } from '#core/shared/config/init-properties.js';
import { SM_PLUGINS_KEY } from '#core/shared/config/sm-plugins.js';
import { failedAnExpectation, playIgnoring, without, withoutField } from '../support/play-ignoring.js';
import { failureText } from './play-file.js';

/** Kinds that are written as keys of a file. */
const KEYS: ReadonlySet<CatalogueEntry['kind']> = new Set(['property', 'setting', 'muc-setting']);

const MODELLED = CATALOGUE.flatMap((entry) =>
  entry.treatment.as === 'modelled' ? [{ name: entry.name, scenario: entry.treatment.scenario, entry }] : [],
);

/** What the lab answers with instead of the condition it ignores; undefined: it ignores none. */
const ignored = vi.hoisted(() => ({ condition: undefined as string | undefined, answers: 0 }));

vi.mock(import('#core/component/error-element.js'), async (original) => {
  const { errorElement } = await original();
  return {
    errorElement: (condition, text) => {
      if (condition !== ignored.condition) return errorElement(condition, text);
      ignored.answers += 1;
      return errorElement('undefined-condition', text);
    },
  };
});

describe('a scenario fails when the lab ignores', () => {
  const keys = MODELLED.filter(({ entry }) => KEYS.has(entry.kind));
  it.concurrent.each(keys)('$name: $scenario', async ({ scenario, entry }) => {
    let lines = 0;
    const files = (text: string): string =>
      without(text, (key) => {
        const is = entryForKey(key) === entry;
        if (is) lines += 1;
        return is;
      });
    proves(await playIgnoring(scenario, { files }));
    expect(lines, 'the scenario does not write it').toBeGreaterThan(0);
  });

  const configTypes = MODELLED.filter(({ entry }) => entry.kind === 'config-type');
  it.concurrent.each(configTypes)('config-type = $name: $scenario', async ({ name, scenario }) => {
    proves(await playIgnoring(scenario, { files: (text) => asAnotherType(text, name) }));
  });

  const plugins = MODELLED.filter(({ entry }) => entry.kind === 'plugin');
  it.concurrent.each(plugins)('the plugin $name: $scenario', async ({ name, scenario }) => {
    proves(await playIgnoring(scenario, { files: (text) => withoutPlugin(text, name) }));
  });

  const fields = MODELLED.filter(({ entry }) => entry.kind === 'room-field');
  it.concurrent.each(fields)('the field $name: $scenario', async ({ name, scenario }) => {
    let stanzas = 0;
    const commands = (text: string): string => {
      const rest = withoutField(text, name);
      if (rest !== text) stanzas += 1;
      return rest;
    };
    proves(await playIgnoring(scenario, { commands }));
    expect(stanzas, 'the scenario does not submit it').toBeGreaterThan(0);
  });
});

/** One after the other: there is one lab that answers otherwise. */
describe('a scenario fails when the lab answers otherwise than with', () => {
  const errors = MODELLED.filter(({ entry }) => entry.kind === 'error-code');
  it.each(errors)('$name: $scenario', async ({ name, scenario }) => {
    Object.assign(ignored, { condition: name.split(' ')[1], answers: 0 });
    try {
      proves(await playIgnoring(scenario, {}));
      expect(ignored.answers, 'the scenario does not provoke it').toBeGreaterThan(0);
    } finally {
      ignored.condition = undefined;
    }
  });
});

describe('what is no proof', () => {
  it('a command that is refused, a topology that does not open, an exception of the lab', async () => {
    const commands = (text: string): string => (text === 'server' ? 'nobody' : text);
    const run = await playIgnoring('test/scenario/files/stanza-errors.yaml', { commands });
    expect(run.firstFailure?.code).toBe('scenario.command-failed');
    expect(failedAnExpectation(run)).toBe(false);
    for (const code of ['scenario.start-failed', 'scenario.lab-error', 'scenario.command-failed-otherwise']) {
      const firstFailure = { code, params: {}, step: 1, line: 1, time: 0 };
      expect(failedAnExpectation({ ...run, firstFailure }), code).toBe(false);
    }
  });
});

describe('a field of a form', () => {
  it.each([
    ['on one line', '<x><field var="a"><value>1</value></field><field var="b"/></x>'],
    [
      'over several',
      "<x><field\n  type='boolean' var='a'\n>\n<value>1</value>\n</field><field var=\"b\"/></x>",
    ],
    ['without a value', '<x><field var="a"/><field var="b"/></x>'],
  ])('is taken out when it stands %s', (_where, stanza) => {
    expect(withoutField(stanza, 'a')).toBe('<x><field var="b"/></x>');
    expect(withoutField(stanza, 'c')).toBe(stanza);
  });
});

function proves(run: ScenarioRun): void {
  expect(run.passed, 'the scenario passes all the same').toBe(false);
  expect(failedAnExpectation(run), failureText(run)).toBe(true);
}

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
