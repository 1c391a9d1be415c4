import { expect, it } from 'vitest';
import { CATALOGUE } from '#core/shared/config/catalogue/catalogue.js';
import { describeEntry } from '#core/shared/config/catalogue/describe.js';
import { entryForKey, keyCompletions, valueCompletions } from '#core/shared/config/catalogue/lookup.js';
import { misfitOf } from '#core/shared/config/catalogue/misfit.js';
import type { ValueGrammar } from '#core/shared/config/catalogue/value-grammar.js';

function known(key: string) {
  const entry = entryForKey(key);
  if (entry === undefined) throw new Error(`${key} is not in the catalogue`);
  return entry;
}

function keys(written: string[], components: [name: string, className: string][] = []): string[] {
  const loaded = components.map(([name, className]) => ({ name, className }));
  return keyCompletions({ keys: written, components: loaded }).map(({ text }) => text);
}

it('of two names that match, takes the one that says more', () => {
  expect(known('c2s/connections/5222/tls/required[B]').name).toBe('NAME/connections/PORT/tls/required');
  expect(known('c2s/routings/multi-mode[B]').name).toBe('NAME/routings/multi-mode');
  expect(known('--user-db-uri[example.org]').name).toBe('--user-db-uri[DOMAIN]');
  expect(known('--comp-name').name).toBe('--comp-name-N');
});

it('a name that ends in a longer word is another name', () => {
  expect(entryForKey('--comp-namex')).toBeUndefined();
  expect(entryForKey('--user-db-urix')).toBeUndefined();
  expect(entryForKey('--user-db-uri[]')).toBeUndefined();
});

it('offers each key once, a numbered one with the next number', () => {
  const offered = keys(['--admins', '--comp-name-1', '--comp-name-2', '--comp-class-1', '--ext-comp']);
  expect(offered).not.toContain('--admins');
  expect(offered).not.toContain('--ext-comp');
  expect(offered).toEqual(
    expect.arrayContaining(['--virt-hosts', '--comp-name-3', '--comp-class-2', '--ext-comp_1']),
  );
  expect(new Set(offered).size).toBe(offered.length);
});

it('offers the settings of components that are loaded, by name or class, with their type markers', () => {
  const components: [string, string][] = [
    ['c2s', 'tigase.server.xmppclient.ClientConnectionManager'],
    ['rooms', 'tigase.muc.MUCComponent'],
  ];
  const offered = keys(['c2s/watchdog_delay[L]'], components);
  expect(offered).toEqual(
    expect.arrayContaining([
      'c2s/watchdog_timeout[L]',
      'c2s/traffic-throttling',
      'rooms/history-db',
      '--c2s-ports',
    ]),
  );
  expect(offered).not.toContain('c2s/watchdog_delay[L]');
  expect(offered.filter((key) => key.startsWith('rooms/watchdog') || key.startsWith('c2s/history'))).toEqual(
    [],
  );
});

it('offers the values that a grammar names, of a list its items, and the default', () => {
  const values = (key: string) => valueCompletions(known(key)).map(({ text }) => text);
  expect(values('config-type')).toContain('--gen-config-comp');
  expect(values('--cluster-mode')).toEqual(['true', 'yes', 'on', '1', 'false']);
  expect(values('--debug')).toContain('xmpp.impl');
  expect(values('--watchdog_delay')).toEqual(['600000']);
  expect(values('--external')).toEqual([]);
});

it('describes every entry in both languages, without a gap', () => {
  for (const entry of CATALOGUE) {
    for (const language of ['en', 'zh-CN'] as const) {
      const said = describeEntry(entry, language);
      for (const text of [said.name, said.meaning, said.grammar, said.usedBy, said.treatment])
        expect(text, `${entry.name} ${language}`).not.toBe('');
    }
  }
  expect(describeEntry(known('--watchdog_delay'), 'en')).toMatchObject({
    byDefault: '600000',
    versions: 'from 5.2',
    treatment: 'modelled',
    scenario: 'test/scenario/files/watchdog-finds-out.yaml',
  });
  expect(describeEntry(known('cl-comp/compress-stream'), 'zh-CN').name).toBe('cl-comp/compress-stream[B]');
});

const YES: ValueGrammar = { type: 'boolean', trueWords: ['true', 'yes'] };
it.each<[ValueGrammar, string, string | undefined]>([
  [YES, 'YES', undefined],
  [YES, 'off', undefined],
  [YES, 'ture', 'boolean'],
  [{ type: 'integer', min: 1 }, '0x10', undefined],
  [{ type: 'integer', min: 1 }, '0', 'range'],
  [{ type: 'integer' }, '-5', undefined],
  [{ type: 'integer' }, '5 s', 'integer'],
  [{ type: 'size' }, '256K', undefined],
  [{ type: 'size' }, '256kb', 'size'],
  [{ type: 'port' }, '5222', undefined],
  [{ type: 'port' }, '70000', 'port'],
  [{ type: 'port' }, '-1', 'port'],
  [{ type: 'choice', values: ['a'] }, 'A', 'choice'],
  [{ type: 'choice', values: ['a'], anyCase: true }, 'A', undefined],
  [{ type: 'choice', values: ['a'], open: true }, 'com.example.Own', undefined],
  [{ type: 'bare-jid' }, 'a@b@c', 'bare-jid'],
  [{ type: 'uri' }, 'ldap://host', undefined],
  [{ type: 'uri' }, 'localhost', 'uri'],
  [{ type: 'form', form: 'x' }, 'anything', undefined],
])('%j takes %s as %s', (grammar, text, misfit) => {
  expect(misfitOf(grammar, text)).toBe(misfit);
});
