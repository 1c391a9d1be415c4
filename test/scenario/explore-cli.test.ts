/** `cluster-lab explore` as a process of its own: exit codes, what stands on which stream, what it writes. Needs a build. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExploreReport } from '#core/shared/explore/explore-report.js';
import { ROOT } from './play-file.js';

const TWO_MUCS = 'test/scenario/explore/two-mucs-one-address.yaml';
const QUIET = 'test/scenario/explore/ring-of-three.yaml';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'explore-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(args: readonly string[]) {
  const env = { ...process.env, LC_ALL: 'C' };
  return spawn(process.execPath, ['bin/cluster-lab.mjs', ...args], { cwd: ROOT, env });
}

async function cli(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = start(args);
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

function variant(name: string, change: (text: string) => string): string {
  const file = path.join(folder, name);
  writeFileSync(file, change(readFileSync(path.join(ROOT, TWO_MUCS), 'utf8')));
  return file;
}

describe('cluster-lab explore', () => {
  it('leaves with 0 when nothing was found', async () => {
    const { code, out, err } = await cli('explore', QUIET, '--seeds', '2', '--workers', '1');
    expect([code, out, err]).toEqual([0, '2 seeds from 1: nothing found.\n', '']);
  });

  it('leaves with 1 and writes a scenario that fails, the same with any number of threads', async () => {
    const finds = path.join(folder, 'finds');
    const seeds = ['--seeds', '200', '--stop-at-first'];
    const alone = await cli('explore', TWO_MUCS, ...seeds, '--workers', '1', '--json');
    const many = await cli('explore', TWO_MUCS, ...seeds, '--workers', '3', '--json', '--out', finds);
    expect([alone.code, many.code]).toEqual([1, 1]);
    expect(many.out).toBe(alone.out);
    const report = JSON.parse(many.out) as ExploreReport;
    expect(report.finds).toHaveLength(1);
    expect(JSON.parse(readFileSync(path.join(finds, 'report.json'), 'utf8'))).toEqual(report);
    expect(readFileSync(path.join(finds, 'report.txt'), 'utf8')).toContain('Drop the link');

    // A session is packed.
    expect([...readFileSync(path.join(finds, 'find-1.clab')).subarray(0, 2)]).toEqual([0x1f, 0x8b]);

    const found = path.join(finds, 'find-1.yaml');
    const played = await cli('run', found, '--json');
    expect(played.code).toBe(1);
    const [run] = JSON.parse(played.out) as { traceHash: string; firstFailure: { code: string } }[];
    expect(run?.firstFailure.code).toBe('explore.rooms-agree');
    // On sockets, from the file: the very run that was reported.
    expect(run?.traceHash).toBe(report.finds[0]?.traceHash);
    const without = readFileSync(found, 'utf8').replace(/^choices:[\s\S]*/m, 'choices: []\n');
    writeFileSync(found, without);
    expect((await cli('run', found)).code).toBe(0);
  }, 120_000);

  it.each([
    { args: ['no-such.yaml'], says: 'no-such.yaml' },
    { args: [QUIET, '--seeds', '0'], says: 'number from' },
    { args: [QUIET, '--seeds', '1.5'], says: 'whole number' },
    { args: [QUIET, '--workers', '0'], says: 'number from' },
    { args: [QUIET, '--out', `${QUIET}/finds`], says: 'could not be written' },
  ])('leaves with 2 on $args', async ({ args, says }) => {
    const { code, err } = await cli('explore', ...args);
    expect([code, err]).toEqual([2, expect.stringContaining(says)]);
  });

  it('leaves with 2 on a fault that is not there, and names what is wrong in `explore:`', async () => {
    const explore = (settings: string) => (text: string) =>
      text.replace('steps:', `explore: ${settings}\nsteps:`);
    const unknown = variant('unknown.yaml', explore('{ faults: [earthquake] }'));
    expect(await cli('explore', unknown)).toMatchObject({
      code: 2,
      err: expect.stringContaining('earthquake') as string,
    });
    const wrong = variant('wrong.yaml', explore('{ invariants: [peace] }'));
    const { code, err } = await cli('explore', wrong);
    expect([code, err]).toEqual([2, expect.stringMatching(/wrong\.yaml:\d+:\d+ error/)]);
  });

  it('says what it has found by then when it is interrupted', async () => {
    const child = start(['explore', QUIET, '--seeds', '100000', '--workers', '2', '--json']);
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    // The first line of progress: it is in the middle of it.
    await once(child.stderr, 'data');
    child.kill('SIGINT');
    await once(child, 'close');
    const report = JSON.parse(out) as ExploreReport;
    expect(report.stopped).toBe(true);
    expect(report.ran).toBeGreaterThan(0);
    expect(report.ran).toBeLessThan(100_000);
  }, 60_000);
});
