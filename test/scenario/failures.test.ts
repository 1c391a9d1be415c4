import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureText, playText, ROOT } from './play-file.js';

const FILE = path.join(ROOT, 'examples/scenarios/none.yaml');

function play(steps: string) {
  return playText(`scenario: t\ntopology: ../seed\nsteps:\n  - start\n${steps}`, FILE, {
    transport: 'memory',
  });
}

describe('how a scenario fails', () => {
  it('an event that does not come, and what came nearest', async () => {
    const run = await play(`  - node.restart: {node: server1}
  - expect:
      trace: {kinds: [node.log], node: server1, contains: no such line}
      within: 3 s
`);
    expect(run).toMatchObject({
      passed: false,
      seed: 1,
      traceHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      firstFailure: {
        step: 3,
        line: 6,
        code: 'scenario.unmet',
        params: { wanted: '>= 1', seen: 0, within: 3000 },
      },
    });
    const { time = 0, params } = run.firstFailure ?? {};
    expect(time).toBeGreaterThan(8000);
    expect(time).toBe(run.durationLabMs);
    expect(params?.['nearest']).toMatch(/^#\d+ [\d.]+ ms server1 node\.log /);
    expect(failureText(run)).toContain('no such line');
  });

  it('one event too many, at once', async () => {
    const run = await play(`  - wait: 1 min
  - expect: {trace: {kinds: [node.console], node: muc1}, since: start, count: 1}
`);
    expect(run.firstFailure).toMatchObject({
      step: 3,
      line: 6,
      code: 'scenario.too-many',
      params: { wanted: '1' },
    });
  });

  it('nothing of the kind', async () => {
    const run = await play('  - expect: {frame: {name: never}, service: nothing, within: 1 s}\n');
    expect(run.firstFailure).toMatchObject({ code: 'scenario.unmet-nothing', params: { nearest: '' } });
  });

  it.each([
    [
      '{machine: component-dialler, node: muc1, state: bound, count: 3, within: 5 s}',
      /vm-128-157 bound\.live/,
    ],
    ['{listener: {node: server1, port: 5270, open: false}, within: 5 s}', /ext:5270 open/],
    ['{links: {service: ext, open: 5}, within: 5 s}', /muc1>server1:5270#2/],
    ['{client: nobody, state: online, within: 5 s}', /^$/],
  ])('how things are instead: %s', async (condition, shown) => {
    const run = await play(`  - expect: ${condition}\n`);
    expect(run.firstFailure?.params['nearest']).toMatch(shown);
  });

  it('what must never happen, with the step that forbids it and the time at which it did', async () => {
    const run =
      await play(`  - never: {trace: {kinds: [machine.transition], node: server1, data: {machine: node, state: crashed}}}
  - wait: 1 s
  - node.crash: {node: server1}
  - wait: 1 s
`);
    expect(run.firstFailure).toMatchObject({
      step: 4,
      line: 7,
      code: 'scenario.never-broken',
      params: { since: 2 },
    });
    expect(run.firstFailure?.params['happened']).toContain('crashed');
  });

  it.each([
    ['{links: {service: ext, open: 4}, for: 20 s}', 2],
    ['{listener: {node: server2, port: 5270, open: true}}', 2],
    ['{machine: component-dialler, state: bound}', 2],
    ['{machine: cluster-dialler, state: connected}', 3],
  ])('a state that must never be: %s', async (condition, step) => {
    const run = await play(`  - never: ${condition}\n  - wait: 10 s\n`);
    expect(run.firstFailure).toMatchObject({ step, code: 'scenario.never-broken' });
  });

  it('a command that is refused, or not refused, or refused otherwise', async () => {
    const refused = await play('  - node.stop: {node: nobody}\n');
    expect(refused.firstFailure).toMatchObject({
      code: 'scenario.command-failed',
      params: { error: 'unknown-node' },
    });
    const done = await play('  - node.stop: {node: muc1}\n    fails: node-is-down\n');
    expect(done.firstFailure).toMatchObject({ step: 2, code: 'scenario.command-succeeded' });
    const otherwise = await play('  - node.stop: {node: nobody}\n    fails: node-is-down\n');
    expect(otherwise.firstFailure).toMatchObject({ code: 'scenario.command-failed-otherwise' });
  });

  it('a topology that is not there', async () => {
    const text = 'scenario: t\ntopology: ./nowhere\nsteps: [start]';
    const run = await playText(text, FILE, { transport: 'memory' });
    expect(run).toMatchObject({
      passed: false,
      traceHash: '',
      events: 0,
      firstFailure: { step: 1, line: 3, code: 'scenario.start-failed', params: { error: 'topology-empty' } },
    });
  });

  it('what the scenario itself writes into the trace is never an event of the lab', async () => {
    const run = await play(`  - never: {trace: {contains: quite-unheard-of}}
  - expect: {trace: {contains: quite-unheard-of}, since: start, count: 0, within: 1 s}
`);
    expect(failureText(run)).toBe('');
  });
});
