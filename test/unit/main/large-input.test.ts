/** Files that no reader would want: each is read or refused, and what is read is linted to the end. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildTopology } from '#core/shared/config/build-topology.js';
import { lintTopology } from '#core/shared/config/lint/lint.js';
import { readTopology } from '#main/topology/read-topology.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'large-input-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** Code → how often. */
async function lint(): Promise<Record<string, number>> {
  const { name, files, labYaml, problems } = await readTopology(folder);
  const count: Record<string, number> = {};
  for (const { code } of [...problems, ...lintTopology(buildTopology(name, files, labYaml))]) {
    count[code] = (count[code] ?? 0) + 1;
  }
  return count;
}

describe('a topology', { timeout: 60_000 }, () => {
  it('with a file of 50 MB is read without it', async () => {
    put('a.properties', '--admins = a@b\n');
    truncateSync(put('b.properties', ''), 50_000_000);
    put('lab.yaml', '#'.repeat(100_000));
    const { files, problems } = await readTopology(folder);
    expect(files.map(({ processName }) => processName)).toEqual(['a']);
    expect(problems.map(({ code, params }) => [code, params['variant'], params['limit']])).toEqual([
      ['X1', 'too-large', 4096],
      ['X1', 'too-large', 64],
    ]);
  });

  it('may have 10,000 properties that nobody knows', async () => {
    put(
      'a.properties',
      Array.from({ length: 10_000 }, (_, index) => `--cluster-node${index} = 1\n`).join(''),
    );
    expect(await lint()).toEqual({ C20: 10_000 });
  });

  it('may have one key 100,000 times', async () => {
    put('a.properties', '--admins = a@b\n'.repeat(100_000));
    expect(await lint()).toEqual({ C12: 99_999 });
  });

  it('may have 100,000 keys that stop Tigase', async () => {
    put('a.properties', 'admins = a@b\n'.repeat(100_000));
    expect(await lint()).toMatchObject({ C10: 100_000, C12: 99_999 });
  });

  it('may have a line of 4 MB', async () => {
    put('a.properties', `--virt-hosts = ${'a.example,'.repeat(400_000)}`);
    expect((await readTopology(folder)).files).toHaveLength(1);
    expect(await lint()).toEqual({});
  });

  it('may have a line of a million continued ones', async () => {
    put('a.properties', `--admins = ${'a,\\\n'.repeat(1_000_000)}`);
    // One element of it is no JID.
    expect(await lint()).toEqual({ V1: 1 });
  });

  it.each([
    ['lists', '['.repeat(60_000)],
    ['maps', '{a: '.repeat(15_000)],
    ['dashes', '- '.repeat(30_000)],
  ])('is read without a lab.yaml of deep %s', async (_, text) => {
    put('a.properties', '--admins = a@b\n');
    put('lab.yaml', text);
    expect(Object.keys(await lint())).toEqual(['Y1']);
  });
});
