/** A component that was added while the lab ran is there again when the run is played again, forked, done anew, or saved. */
import { expect, it, onTestFinished } from 'vitest';
import type { LabHost } from '#core/lab/lab-host.js';
import { AttackLab } from '#test/support/attack-lab.js';

const ITEM = 'chat.lab.example:word:listen:5271';

async function opened(transport: 'memory' | 'loopback'): Promise<LabHost> {
  const attack = await AttackLab.open({ mode: 'paused' }, { transport });
  onTestFinished(async () => {
    await attack.close();
    expect(attack.bugs).toEqual([]);
  });
  return attack.host;
}

/** Ports on which servers have listened for components so far. */
async function componentPorts(host: LabHost): Promise<unknown[]> {
  const { events } = await host.call('trace.query', { from: 1, filter: { kinds: ['listener.opened'] } });
  return events.filter(({ data }) => data.service === 'ext').map(({ node, data }) => [node, data.port]);
}

it.each(['memory', 'loopback'] as const)('on %s', { timeout: 30_000 }, async (transport) => {
  const host = await opened(transport);
  await host.call('clock.runUntil', { forMs: 5000 });
  const before = await componentPorts(host);
  expect(await host.call('component.add', { node: 'server1', item: ITEM })).toEqual({
    domain: 'chat.lab.example',
    stored: true,
  });
  const added = await host.call('clock.get', {});
  await host.call('node.restart', { node: 'server1' });
  await host.call('clock.runUntil', { forMs: 5000 });
  const after = await componentPorts(host);
  expect(before).not.toContainEqual(['server1', 5271]);
  expect(after).toContainEqual(['server1', 5271]);
  const hash = await host.call('trace.hash', {});

  // Played again to its end.
  const { branch: whole } = await host.call('branch.fork', { seq: hash.events });
  expect(whole.differsAt).toBeUndefined();
  expect(await host.call('trace.hash', {})).toMatchObject({ hash: hash.hash });

  // Left before the restart: what was added is in the database all the same.
  await host.call('branch.fork', { branch: 'branch-1', seq: added.seq });
  await host.call('node.restart', { node: 'server2' });
  await host.call('node.restart', { node: 'server1' });
  await host.call('clock.runUntil', { forMs: 5000 });
  const both = await componentPorts(host);
  expect(both).toContainEqual(['server1', 5271]);
  expect(both).toContainEqual(['server2', 5271]);

  // Done anew under other settings.
  const { branch: anew } = await host.call('branch.rerun', { branch: 'branch-1', profile: '7.1', seed: 9 });
  expect(anew.leftOut).toBe(0);
  expect(await componentPorts(host)).toContainEqual(['server1', 5271]);

  const { base64 = '' } = await host.call('session.save', {});
  const { branches } = await host.call('session.open', { base64 });
  expect(branches.map(({ same }) => same)).toEqual([true, true, true, true]);
  expect(await componentPorts(host)).toContainEqual(['server1', 5271]);
});
