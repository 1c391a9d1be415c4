/** The command line as a process of its own: exit codes, and what stands on which stream. Needs a build. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { startLab } from '../support/running-lab.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SCENARIO = 'examples/scenarios/links-come-up.yaml';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cli-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

function start(args: readonly string[], env: Record<string, string> = {}) {
  return spawn(process.execPath, ['bin/cluster-lab.mjs', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C', ...env },
  });
}

async function cli(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const child = start(args, env);
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.err += text));
  [ended.code] = (await once(child, 'close')) as [number | null];
  return ended;
}

function put(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe('cluster-lab', () => {
  it('knows its version and its words, in both languages', async () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(await cli(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
    expect((await cli(['up', '--help'])).out).toContain('run a topology without a window');
    expect((await cli(['--help'], { LC_ALL: 'zh_CN.UTF-8' })).out).toContain('用法：');
    expect((await cli(['--help', '--lang', 'en'], { LC_ALL: 'zh_CN.UTF-8' })).out).toContain('Usage:');
  });

  it.each([
    { args: ['fly'], says: 'unknown command' },
    { args: ['up'], says: 'topology' },
    { args: ['up', 'examples/seed', '--speed', 'fast'], says: 'number from' },
    { args: ['up', 'examples/seed', '--quirk', 'fin-unnoticed'], says: 'NAME=on' },
    { args: ['up', 'examples/seed', '--quirk', 'nonsense=on'], says: 'fin-unnoticed' },
    { args: ['up', 'examples/seed', '--profile', '8.0'], says: '5.2, 7.1' },
    { args: ['up', 'examples/seed', '--db', 'x.db'], says: '--db is not supported yet' },
    { args: ['up', 'no/such/folder'], says: 'no/such/folder holds no topology' },
    { args: ['up', 'docs'], says: 'NAME.properties' },
    { args: ['serve', '--port', '99999'], says: 'number from' },
    { args: ['lint', 'no/such/folder'], says: '' },
    { args: ['lint', 'docs'], says: 'docs holds no topology' },
    { args: ['run', 'no-such.yaml'], says: '' },
    { args: ['run', 'examples/seed'], says: 'There is no scenario' },
    { args: ['run', SCENARIO, SCENARIO, '--trace', 't'], says: 'one scenario' },
    { args: ['run', SCENARIO, '--junit', 'no/such/folder/x.xml'], says: 'could not be written' },
  ])('leaves with 2 on $args', async ({ args, says }) => {
    const { code, err } = await cli(args);
    expect(err).toContain(says);
    expect(code).toBe(2);
  });

  it('names Tigase 8', async () => {
    const inner = mkdtempSync(path.join(folder, 'tdsl-'));
    writeFileSync(path.join(inner, 'config.tdsl'), '');
    const { code, err } = await cli(['up', inner]);
    expect([code, err]).toEqual([2, expect.stringContaining('Tigase 8')]);
  });
});

describe('cluster-lab lint', () => {
  it('leaves with 0 when there is no error, 1 when there is one', async () => {
    expect((await cli(['lint', 'examples/seed'])).code).toBe(0);
    const { code, out } = await cli(['lint', put('bad.properties', 'config-type = --gen-config-deff\n')]);
    expect(code).toBe(1);
    expect(out).toContain('bad.properties:1:15 error C1 ');
  });

  it('gives programs the same', async () => {
    const file = put('worse.properties', 'config-type = --gen-config-deff\n');
    const { out } = await cli(['lint', '--json', file]);
    const [first] = JSON.parse(out) as Record<string, unknown>[];
    const place = { file, line: 1, column: 15, endLine: 1, endColumn: 32 };
    expect(first).toMatchObject({ code: 'C1', severity: 'error', ...place, related: [] });
    expect(Object.keys(first ?? {}).sort()).toEqual(
      ['code', 'severity', ...Object.keys(place), 'params', 'related', 'fix'].sort(),
    );
  });
});

describe('cluster-lab run', () => {
  it('leaves with 0 when all pass, and writes what it is asked for', async () => {
    const junit = path.join(folder, 'j.xml');
    const trace = path.join(folder, 't.jsonl');
    const { code, out } = await cli([
      'run',
      SCENARIO,
      '--json',
      '--junit',
      junit,
      '--trace',
      trace,
      '--seed',
      '3',
    ]);
    expect(code).toBe(0);
    const [result] = JSON.parse(out) as Record<string, unknown>[];
    expect(result).toMatchObject({ scenario: SCENARIO, seed: 3, passed: true, firstFailure: null });
    expect(result?.['traceHash']).toMatch(/^[0-9a-f]{64}$/);
    expect(readFileSync(junit, 'utf8')).toContain('tests="1" failures="0" errors="0"');
    expect(readFileSync(trace, 'utf8')).toMatch(/^\[1,0,/);
  });

  it('plays the same on sockets and in memory', async () => {
    const [sockets, memory] = await Promise.all(
      ['loopback', 'memory'].map((transport) => cli(['run', SCENARIO, '--json', '--transport', transport])),
    );
    expect(sockets?.code).toBe(0);
    expect(sockets?.out).toBe(memory?.out);
  });

  it('leaves with 1 when one fails, 2 when one cannot be played', async () => {
    const head = `scenario: x\ntopology: ${path.join(ROOT, 'examples/seed')}\nsteps:\n  - start\n`;
    const fails = put('fails.yaml', `${head}  - node.stop: { node: nobody }\n`);
    const failed = await cli(['run', SCENARIO, fails]);
    expect([failed.code, failed.out]).toEqual([1, expect.stringContaining('1 passed, 1 failed, 0 unusable')]);
    expect(failed.out).toContain(`${fails}:5: `);
    const broken = put('broken.yaml', `${head}  - fly: {}\n`);
    const unusable = await cli(['run', SCENARIO, fails, broken]);
    expect([unusable.code, unusable.out]).toEqual([
      2,
      expect.stringContaining('1 passed, 1 failed, 1 unusable'),
    ]);
    const nowhere = put('nowhere.yaml', 'scenario: x\ntopology: nowhere\nsteps:\n  - start\n');
    expect((await cli(['run', nowhere])).code).toBe(2);
  });
});

describe('cluster-lab up', () => {
  it('says on its first line what listens, prints events after it, and ends by itself', async () => {
    const { code, out, err } = await cli(['up', 'examples/seed', '--events', '--duration', '0.2']);
    expect(code).toBe(0);
    const [ready, first, ...rest] = out.trimEnd().split('\n');
    expect(JSON.parse(ready ?? '')).toMatchObject({
      event: 'ready',
      nodes: [
        { name: 'muc1', ports: {} },
        { name: 'muc2', ports: {} },
        { name: 'server1', hostname: 'vm-128-157', ports: { 'cl-comp': 5277, ext: 5270, c2s: 5222 } },
        { name: 'server2', hostname: 'vm-128-158', ports: { 'cl-comp': 5277, ext: 5270, c2s: 5222 } },
      ],
      control: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/\?token=/) as unknown,
    });
    expect(JSON.parse(first ?? '')).toMatchObject({ seq: 1, time: 0 });
    for (const line of rest) expect(() => JSON.parse(line) as unknown).not.toThrow();
    expect(err).toContain('warning C15');
    expect(err).not.toContain(' info ');
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('leaves with 0 on %s', async (signal) => {
    const child = start(['up', 'examples/seed']);
    await once(child.stdout, 'data');
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('goes on when nobody reads its output any more', async () => {
    const child = start(['up', 'examples/seed', '--events', '--duration', '1']);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('carries out commands on its control socket', async () => {
    const lab = await startLab('examples/seed', '--quirk', 'fin-unnoticed=off', '--seed', '5');
    onTestFinished(() => lab.stop());
    const socket = new WebSocket(lab.control);
    await once(socket, 'open');
    const answers: { id?: number; result?: unknown }[] = [];
    socket.on('message', (data: Buffer) => answers.push(JSON.parse(String(data)) as { id?: number }));
    ['quirk.list', 'trace.query', 'node.list'].forEach((command, index) => {
      const args = command === 'trace.query' ? { filter: { kinds: ['lab.opened'] } } : {};
      socket.send(JSON.stringify({ id: index + 1, command, args }));
    });
    await expect.poll(() => answers.length).toBe(3);
    const result = (id: number) => answers.find((answer) => answer.id === id)?.result;
    expect(result(1)).toMatchObject({
      quirks: expect.arrayContaining([
        expect.objectContaining({ name: 'fin-unnoticed', on: false }),
      ]) as unknown,
    });
    expect(result(2)).toMatchObject({ events: [{ kind: 'lab.opened', data: { seed: 5 } }] });
    expect(result(3)).toMatchObject({ nodes: [{}, {}, { name: 'server1' }, { name: 'server2' }] });
    socket.terminate();
  });
});
