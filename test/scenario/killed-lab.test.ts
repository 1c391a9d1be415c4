/** A lab that is killed with SIGKILL in the middle of a session: the next one has the session. */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { serveLab, type Served } from '#test/support/browser.js';
import { openControl, type ControlClient } from '#test/support/control-client.js';
import { eventually } from '#test/support/eventually.js';

const CHAT = "<message to='bob@x' type='chat'><body>the last word</body></message>";
const UP_TO_MS = 1000;

async function serving(state: string, ...args: string[]): Promise<{ served: Served; lab: ControlClient }> {
  const served = await serveLab(args, state);
  onTestFinished(() => served.stop());
  return { served, lab: await openControl(served.url.replace('http:', 'ws:')) };
}

it('is there again up to the last second, with its branches', { timeout: 120_000 }, async () => {
  const state = mkdtempSync(path.join(tmpdir(), 'cluster-lab-killed-'));
  onTestFinished(() => rmSync(state, { recursive: true, force: true }));
  const { served, lab } = await serving(state, 'examples/seed');
  expect((await lab.call('session.recoverable', {})).sessions).toEqual([]);
  await lab.call('client.add', { name: 'alice', node: 'server1' });
  await delay(300);
  await lab.call('branch.fork', { seq: 100, title: 'another way' });
  await lab.call('clock.resume', { speed: 5 });
  await lab.call('client.add', { name: 'bob', node: 'server2' });
  await lab.call('session.view', { bookmarks: [{ branch: 'branch-2', seq: 90, title: 'mind this' }] });
  await delay(1500);
  // The last thing that anybody does: it is on disk when it is answered.
  await lab.call('node.crash', { node: 'server1' });
  const last = await lab.call('clock.get', {});
  await served.kill();

  const folder = path.join(state, 'autosave');
  const [left = ''] = readdirSync(folder);
  // Nobody else on this machine may read what users have sent.
  expect(statSync(path.join(folder, left)).mode & 0o077).toBe(0);

  const next = await serving(state);
  const { sessions } = await next.lab.call('session.recoverable', {});
  expect(sessions).toEqual([{ id: left, name: 'seed', writtenAt: expect.any(Number) as number }]);
  const opened = await next.lab.call('session.recover', { session: left });
  expect(opened.bookmarks).toEqual([{ branch: 'branch-2', seq: 90, title: 'mind this' }]);
  expect(opened.branches.every(({ entries, played }) => entries === played)).toBe(true);
  const { nodes } = await next.lab.call('node.list', {});
  expect(nodes.find(({ name }) => name === 'server1')?.state).toBe('crashed');
  const clock = await next.lab.call('clock.get', {});
  expect(clock.mode).toBe('paused');
  expect(last.time - clock.time).toBeLessThan(UP_TO_MS * last.speed);
  const { branches } = await next.lab.call('branch.list', {});
  expect(branches.map(({ id, title, current }) => [id, title, current])).toEqual([
    ['branch-1', '', false],
    ['branch-2', 'another way', true],
  ]);
  // It is the new lab's own now, which is kept in turn.
  expect((await next.lab.call('session.recoverable', {})).sessions).toEqual([]);
  await next.lab.call('client.add', { name: 'eve', node: 'server2' });
  await next.served.kill();

  const third = await serving(state);
  const again = await third.lab.call('session.recoverable', {});
  expect(again.sessions).toHaveLength(1);
  const id = again.sessions[0]?.id ?? '';
  expect(await third.lab.call('session.discard', { session: id })).toEqual({ discarded: true });
  await expect(third.lab.call('session.recover', { session: id })).rejects.toMatchObject({
    code: 'unknown-session',
  });
  // A lab that ends as it should leaves nothing.
  await third.lab.call('topology.open', { path: 'examples/seed' });
  await eventually(
    'the session is kept',
    () => readdirSync(folder).length === 1,
    () => readdirSync(folder),
  );
  await third.served.stop();
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
});

it('opens a session file in place of a topology', { timeout: 120_000 }, async () => {
  const state = mkdtempSync(path.join(tmpdir(), 'cluster-lab-file-'));
  onTestFinished(() => rmSync(state, { recursive: true, force: true }));
  const first = await serving(state, 'examples/seed');
  await first.lab.call('client.add', { name: 'alice', node: 'server1' });
  await first.lab.call('client.send', { client: 'alice', stanza: CHAT });
  await first.lab.call('clock.pause', {});
  const before = await first.lab.call('trace.hash', {});
  const { path: file = '' } = await first.lab.call('session.save', { path: path.join(state, 'mine') });
  expect(file).toBe(path.join(state, 'mine.clab'));
  await expect(first.lab.call('session.save', { path: '/no/such/folder/x' })).rejects.toMatchObject({
    code: 'session-unwritable',
    params: { reason: 'ENOENT' },
  });
  await expect(first.lab.call('session.open', { path: '/no/such.clab' })).rejects.toMatchObject({
    code: 'session-unreadable',
  });
  await first.served.stop();
  const second = await serving(state, '--session', file);
  expect(await second.lab.call('trace.hash', {})).toEqual(before);
});
