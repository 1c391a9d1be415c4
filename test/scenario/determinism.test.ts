import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { LabHost } from '#core/lab/lab-host.js';
import { readTopology } from '#main/topology/read-topology.js';
import { failureText, playFile, ROOT } from './play-file.js';

const FILE = 'test/scenario/files/rich.yaml';
const CLI = path.join(ROOT, 'bin/cluster-lab.mjs');
const isBuilt = existsSync(CLI) && existsSync(path.join(ROOT, 'dist/main/cli/cli.js'));

async function hashHere(): Promise<string> {
  const run = await playFile(FILE);
  expect(failureText(run)).toBe('');
  return run.traceHash;
}

describe('the same scenario and seed give the same trace', () => {
  it('20 times in one process', async () => {
    const hashes = new Set<string>();
    for (let time = 0; time < 20; time += 1) hashes.add(await hashHere());
    expect([...hashes]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  it('five at a time', async () => {
    const hashes = await Promise.all(Array.from({ length: 5 }, hashHere));
    expect(new Set(hashes).size).toBe(1);
  });

  it.skipIf(!isBuilt)('in another process (needs npm run build)', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [CLI, 'run', FILE, '--json'], {
      cwd: ROOT,
    });
    const [result] = JSON.parse(stdout) as { passed: boolean; traceHash: string }[];
    expect(result).toMatchObject({ passed: true, traceHash: await hashHere() });
  });

  it('beside a second lab that runs live', async () => {
    const alone = await hashHere();
    const other = new LabHost({ readTopology });
    await other.call('topology.open', { path: path.join(ROOT, 'examples/seed'), mode: 'live', speed: 50 });
    await other.call('client.add', { name: 'alice', node: 'server1' });
    const hash = await hashHere();
    await other.close();
    expect(hash).toBe(alone);
  });

  it('byte for byte in the trace file', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'determinism-'));
    const traces: string[] = [];
    for (const transport of ['loopback', 'memory'] as const) {
      const traceFile = path.join(folder, `${transport}.jsonl`);
      await playFile('examples/scenarios/room-behind-5270.yaml', { transport, traceFile });
      traces.push(readFileSync(traceFile, 'utf8'));
    }
    rmSync(folder, { recursive: true });
    expect(traces[0]).toBe(traces[1]);
    expect(traces[0]?.length).toBeGreaterThan(10_000);
  });

  it('and another seed gives another trace', async () => {
    const run = await playFile(FILE, { seed: 12 });
    expect(failureText(run)).toBe('');
    expect(run.seed).toBe(12);
    expect(run.traceHash).not.toBe(await hashHere());
  });
});
