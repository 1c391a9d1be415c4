/** One step back: the moment before it, and a branch that goes another way from there. */
import { expect, it, onTestFinished } from 'vitest';
import { LabHost } from '#core/lab/lab-host.js';
import { readTopology } from '#main/topology/read-topology.js';

async function paused(): Promise<LabHost> {
  const host = new LabHost({ readTopology });
  onTestFinished(() => host.close());
  await host.call('topology.open', { path: 'examples/seed-standard-muc', mode: 'paused' });
  await host.call('clock.runUntil', { forMs: 8000 });
  return host;
}

it('finds the moment before each step, one after another, and none before the first', async () => {
  const host = await paused();
  const moments: number[] = [];
  for (let step = 0; step < 4; step += 1) {
    await host.call('client.add', { name: `user${step}`, node: 'server1' });
    moments.unshift((await host.call('clock.get', {})).seq);
    await host.call('clock.step', {});
  }
  let { seq } = await host.call('clock.get', {});
  for (const moment of moments) {
    ({ seq } = await host.call('trace.stepBefore', { seq }));
    expect(seq).toBe(moment);
  }
  expect(await host.call('trace.stepBefore', {})).toEqual({ seq: moments[0] });
  expect(await host.call('trace.stepBefore', { seq: 1 })).toEqual({ seq: 0 });
  await expect(host.call('trace.stepBefore', { seq: 1_000_000 })).rejects.toMatchObject({
    code: 'unknown-event',
  });
});

it('forks there: what the step released waits again', async () => {
  const host = await paused();
  await host.call('client.add', { name: 'alice', node: 'server1' });
  const before = await host.call('pending.list', {});
  await host.call('clock.step', {});
  const { seq } = await host.call('trace.stepBefore', {});
  await host.call('branch.fork', { seq });
  expect(await host.call('pending.list', {})).toEqual(before);
});
