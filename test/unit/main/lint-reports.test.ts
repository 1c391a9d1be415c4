import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lint } from '#main/cli/lint.js';
import { Output } from '#main/cli/output.js';

const TEXT = '--virt-hosts = d.example\n';
let folder = '';
let file = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'lint-reports-'));
  file = path.join(folder, 'server1.properties');
  await writeFile(file, TEXT);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it.each(['sarif', 'junit'] as const)('writes no %s report over a file that it checks', async (kind) => {
  let said = '';
  const stdout = { write: () => undefined, on: () => undefined };
  const stderr = { write: (text: string) => void (said += text), on: () => undefined };
  const relative = path.relative(process.cwd(), file);
  expect(await lint([folder], { [kind]: relative }, new Output('en', { stdout, stderr }))).toBe(2);
  expect(await readFile(file, 'utf8')).toBe(TEXT);
  expect(said).toContain(relative);
});
