import { describe, expect, it } from 'vitest';
import { buildTopology } from '#core/shared/config/build-topology.js';
import { lintTopology } from '#core/shared/config/lint/lint.js';
import { lint } from '#main/cli/lint.js';
import { Output } from '#main/cli/output.js';
import { readTopology } from '#main/topology/read-topology.js';

interface JsonFinding {
  code: string;
  severity: string;
  file: string;
  line: number;
}

/** What `lint examples/seed --json` prints, each finding as `severity CODE line`, by file. */
async function lintSeed(): Promise<{ exit: number; byFile: Record<string, string[]> }> {
  let out = '';
  const stdout = { write: (text: string) => void (out += text), on: () => undefined };
  const stderr = { write: () => undefined, on: () => undefined };
  const exit = await lint(['examples/seed'], { json: true }, new Output('en', { stdout, stderr }));
  const byFile: Record<string, string[]> = {};
  for (const { code, severity, file, line } of JSON.parse(out) as JsonFinding[])
    (byFile[file] ??= []).push(`${severity} ${code} ${line}`);
  return { exit, byFile };
}

/** Each item of §11 that is not marked OK there, as the linter says it in both servers' files or in both MUCs'. */
const SERVER_ITEMS: readonly (readonly [item: string, findings: readonly string[]])[] = [
  ['1: connect-all has no effect', ['info K25 8']],
  ['2: -message-archive-xep-0136 and -pep are no-ops', ['info C21 10', 'info C21 10']],
  ['2: -presence kills standard joins', ['warning C15 10']],
  ['2: -jabber:iq:roster gives 501', ['warning C15 10']],
  ['2: two unknown + ids need a jar of their own', ['info C22 10', 'info C22 10']],
  ['3: --comp-name-2 in capitals', ['info C6 16']],
  ['4: ext binds one address only', ['info E25 13']],
  ['6: --net-buff-high-throughput has no effect', ['info C17 21']],
  ['8: names of a single label', ['warning K22 9']],
  ['9: 5290 is below its default, 5270 and 5277 are not named', ['info C26 20']],
  ['10: one password for the cluster and components', ['info K26 13']],
  [
    'beside §11: classes from jars that are not part of the server',
    ['info C22 14', 'info C22 15', 'info C22 17'],
  ],
  ['beside §11: the password of the database', ['info C23 3']],
];

const MUC_ITEMS: typeof SERVER_ITEMS = [
  ['5: no limits of their own, so 2,500 packets a minute', ['warning E20 9']],
  ['11: items stored in the shared database override the file', ['info E19 9']],
  ['beside §11: the password of the database', ['info C23 4']],
];

function all(items: typeof SERVER_ITEMS): string[] {
  return items.flatMap(([, findings]) => findings).sort();
}

describe('lint examples/seed --json', () => {
  it.each([
    ['server1', SERVER_ITEMS],
    ['server2', SERVER_ITEMS],
    ['muc1', MUC_ITEMS],
    ['muc2', MUC_ITEMS],
  ] as const)('has the items of §11 for %s at their lines, and nothing else', async (name, items) => {
    const { byFile } = await lintSeed();
    expect(byFile[`examples/seed/${name}.properties`]?.sort()).toEqual(all(items));
  });

  it('has no other file in it, and no error', async () => {
    const { exit, byFile } = await lintSeed();
    expect(Object.keys(byFile)).toHaveLength(4);
    expect(exit).toBe(0);
  });

  it('has E6, and no other error, when lab.yaml puts both MUCs on one address', async () => {
    const { name, files } = await readTopology('examples/seed');
    const text = 'processes: {muc2: {address: 127.0.1.1}}';
    const findings = lintTopology(buildTopology(name, files, { path: 'lab.yaml', text }));
    expect(
      findings
        .filter(({ severity }) => severity === 'error')
        .map(({ code, range }) => `${code} ${range.file}:${range.line}`),
    ).toEqual(['E6 examples/seed/muc2.properties:9']);
  });
});
