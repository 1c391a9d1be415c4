import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeNew } from '#main/cli/new.js';
import { lint } from '#main/cli/lint.js';
import { Output } from '#main/cli/output.js';

function listening(): { output: Output; out: () => string; aside: () => string } {
  const said = { out: '', aside: '' };
  const stream = (name: keyof typeof said) => ({
    write: (text: string) => void (said[name] += text),
    on: () => undefined,
  });
  const output = new Output('en', { stdout: stream('out'), stderr: stream('aside') });
  return { output, out: () => said.out, aside: () => said.aside };
}

function place(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'new-topology-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const WISH = { servers: 2, mucs: 1, domain: 'chat.example' };

describe('cluster-lab new', () => {
  it('writes a topology that the linter has nothing against', async () => {
    const folder = path.join(place(), 'deep', 'inside');
    const { output, out, aside } = listening();
    expect(await writeNew(folder, WISH, output)).toBe(0);
    expect(out()).toBe('server1.properties\nserver2.properties\nmuc1.properties\n');
    expect(aside()).toBe('');
    expect(readdirSync(folder)).toHaveLength(3);
    expect(statSync(path.join(folder, 'server1.properties')).mode & 0o077).toBe(0);
    const checked = listening();
    expect(await lint([folder], {}, checked.output)).toBe(0);
    expect(checked.out()).toContain('errors: 0, warnings: 0');
  });

  it('leaves a folder alone that holds anything', async () => {
    const folder = place();
    writeFileSync(path.join(folder, 'notes.txt'), 'mine');
    const { output, aside } = listening();
    expect(await writeNew(folder, WISH, output)).toBe(2);
    expect(aside()).toContain(`${folder} is not empty`);
    expect(readdirSync(folder)).toEqual(['notes.txt']);
  });

  it('says which wish cannot be, and writes nothing', async () => {
    const folder = path.join(place(), 'new');
    const { output, aside } = listening();
    const wish = { ...WISH, hostNames: 'a,a', clusterSecret: 'x:y' };
    expect(await writeNew(folder, wish, output)).toBe(2);
    expect(aside()).toContain('Two servers cannot both be a.');
    expect(aside()).toContain('"x:y" cannot be a secret');
    expect(() => statSync(folder)).toThrow('ENOENT');
  });

  it('names the path that cannot be made', async () => {
    const file = path.join(place(), 'file');
    writeFileSync(file, '');
    const { output, aside } = listening();
    expect(await writeNew(path.join(file, 'new'), WISH, output)).toBe(2);
    expect(aside()).toContain('could not be written (ENOTDIR)');
    mkdirSync(`${file}-folder`);
    expect(await writeNew(`${file}-folder`, WISH, output)).toBe(0);
  });
});
