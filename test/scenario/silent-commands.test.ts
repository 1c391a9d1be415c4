/** Commands that leave no event of their own: a journal has them, so a fork behind them has them as well. */
import { expect, it, onTestFinished } from 'vitest';
import type { LabHost } from '#core/lab/lab-host.js';
import { AttackLab } from '#test/support/attack-lab.js';

async function paused(): Promise<LabHost> {
  const attack = await AttackLab.open({ mode: 'paused' }, { transport: 'memory' });
  onTestFinished(async () => {
    await attack.close();
    expect(attack.bugs).toEqual([]);
  });
  return attack.host;
}

async function isOn(host: LabHost, name: string): Promise<boolean | undefined> {
  const { quirks } = await host.call('quirk.list', {});
  return quirks.find((quirk) => quirk.name === name)?.on;
}

async function kept(host: LabHost): Promise<number> {
  const { pending } = await host.call('pending.list', {});
  return pending.filter((item) => item.kept).length;
}

it('a fork after a step back has them, and one before them has not', async () => {
  const host = await paused();
  await host.call('client.add', { name: 'alice', node: 'server1' });
  await host.call('clock.step', {});
  const earlier = await host.call('clock.get', {});
  await host.call('clock.step', {});
  const before = await host.call('clock.get', {});
  await host.call('quirk.set', { quirk: 'fin-unnoticed', on: false });
  const link = (await host.call('link.list', {})).links[0]?.id ?? '';
  await host.call('pending.hold', { link });
  // Nothing of that is in the trace: it is still the same moment.
  expect((await host.call('clock.get', {})).seq).toBe(before.seq);
  await host.call('client.add', { name: 'bob', node: 'server2' });
  await host.call('clock.step', {});
  const holding = await kept(host);
  const hash = await host.call('trace.hash', {});

  const { seq } = await host.call('trace.stepBefore', {});
  await host.call('branch.fork', { seq });
  expect(await isOn(host, 'fin-unnoticed')).toBe(false);
  expect(await kept(host)).toBe(holding);
  await host.call('clock.step', {});
  expect(await host.call('trace.hash', {})).toEqual(hash);

  const { branch } = await host.call('branch.fork', { branch: 'branch-1', seq: before.seq });
  expect(branch.forkSeq).toBe(before.seq);
  expect(await isOn(host, 'fin-unnoticed')).toBe(false);
  expect((await host.call('client.list', {})).clients.map(({ name }) => name)).toEqual(['alice']);

  await host.call('branch.fork', { branch: 'branch-1', seq: earlier.seq });
  expect(await isOn(host, 'fin-unnoticed')).toBe(true);
});

it('a fork at the newest event has those that came last', async () => {
  const host = await paused();
  await host.call('quirk.set', { quirk: 'fin-unnoticed', on: false });
  const { seq } = await host.call('clock.get', {});
  const { branch } = await host.call('branch.fork', { seq });
  expect(branch).toMatchObject({ forkSeq: seq });
  expect(await isOn(host, 'fin-unnoticed')).toBe(false);
});

it('what was refused because the lab ran is not done when the run is played again', async () => {
  const host = await paused();
  await host.call('client.add', { name: 'alice', node: 'server1' });
  const { pending } = await host.call('pending.list', {});
  const timers = pending.filter(({ kind }) => kind === 'timer');
  const running = host.call('clock.runUntil', { forMs: 5000 });
  const drops = await Promise.allSettled(timers.map(({ id }) => host.call('pending.drop', { id })));
  expect(drops.map(({ status }) => status)).toEqual(timers.map(() => 'rejected'));
  expect(drops.length).toBeGreaterThan(3);
  await running;
  const hash = await host.call('trace.hash', {});
  const { branch } = await host.call('branch.fork', { seq: hash.events });
  expect(branch.differsAt).toBeUndefined();
  expect(await host.call('trace.hash', {})).toEqual(hash);
});
