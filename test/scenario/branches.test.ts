import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { setTimeout as delay } from 'node:timers/promises';
// First of all that leads to core/.
import { earlyTrap as trap } from '#test/support/early-trap.js';
import type { LabHost } from '#core/lab/lab-host.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import { AttackLab } from '#test/support/attack-lab.js';

afterAll(async () => {
  trap.lift();
  // Live time, the journal and its replay have no other clock or chance either.
  expect(await trap.offences()).toEqual([]);
});

let attack: AttackLab | undefined;

afterEach(async () => {
  const opened = attack;
  attack = undefined;
  await opened?.host.close();
  expect(opened?.bugs ?? []).toEqual([]);
});

async function open(...args: Parameters<typeof AttackLab.open>): Promise<LabHost> {
  attack = await AttackLab.open(...args);
  return attack.host;
}

function rows(host: LabHost, upTo: number): TraceRow[] {
  return host.lab?.trace.range(1, upTo) ?? [];
}

/** A live minute of everything: logins, chats, faults, a crash, an edited and a dropped frame. */
async function busyMinute(host: LabHost): Promise<void> {
  await host.call('client.add', { name: 'alice', node: 'server1' });
  await host.call('client.add', { name: 'bob', node: 'server2' });
  await delay(60);
  const chat = "<message to='bob@lab.example' type='chat'><body>hi</body></message>";
  await host.call('client.send', { client: 'alice', stanza: chat, times: 3 });
  await delay(30);
  await host.call('fault.apply', {
    kind: 'latency',
    target: 'server1<>server2',
    options: { delay: 30, jitter: 20 },
  });
  await host.call('client.send', { client: 'alice', stanza: chat, times: 5 });
  await delay(30);
  await host.call('clock.pause', {});
  await host.call('client.send', { client: 'alice', stanza: chat, times: 2 });
  const { pending } = await host.call('pending.list', {});
  const frame = pending.find(({ kind, text }) => kind === 'frame' && text.includes('<body>hi'));
  if (frame) await host.call('pending.edit', { id: frame.id, text: chat.replace('hi', 'ho') });
  await host.call('clock.step', { count: 7 });
  await host.call('node.crash', { node: 'server2' });
  await host.call('clock.resume', {});
  await delay(50);
  await host.call('clock.runUntil', { forMs: 20_000 });
  await host.call('node.start', { node: 'server2' });
  await host.call('clock.runUntil', { forMs: 5_000 });
}

describe.each(['memory', 'loopback'] as const)('branches on %s', (transport) => {
  it('a fork has gone the same way, event by event, up to where it leaves', { timeout: 60_000 }, async () => {
    const host = await open({ mode: 'live', speed: 20 }, { transport });
    await busyMinute(host);
    const first = (await host.call('branch.list', {})).branches[0];
    expect(first?.current).toBe(true);
    const whole = rows(host, Infinity);
    for (const seq of [whole.length, Math.floor(whole.length / 2), 60, 1]) {
      const { branch } = await host.call('branch.fork', { seq, branch: first?.id ?? '' });
      expect(branch.differsAt).toBeUndefined();
      expect(branch.forkSeq).toBeGreaterThanOrEqual(seq);
      expect(rows(host, branch.forkSeq)).toEqual(whole.slice(0, branch.forkSeq));
      expect((await host.call('clock.get', {})).mode).toBe('paused');
    }
  });
});

describe('branches', () => {
  it('plays what a program outside has said from the recording', { timeout: 60_000 }, async () => {
    const host = await open({ mode: 'live', speed: 20 });
    await attack?.meshed();
    const stranger = await attack?.stranger('server1', 5222);
    stranger?.write(
      "<stream:stream to='lab.example' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>",
    );
    await stranger?.heard(/stream:features/);
    stranger?.write("<iq type='get' id='q1'><query xmlns='jabber:iq:register'/></iq>");
    await stranger?.heard(/q1/);
    stranger?.socket.destroy();
    await delay(50);
    const whole = rows(host, Infinity);
    expect(whole.some((row) => row[4] === 'frame.sent' && row[5][3].includes('q1'))).toBe(true);
    const { branch } = await host.call('branch.fork', { seq: whole.length });
    expect(branch.differsAt).toBeUndefined();
    expect(rows(host, branch.forkSeq)).toEqual(whole.slice(0, branch.forkSeq));
    expect(branch.forkSeq).toBeGreaterThanOrEqual(whole.length);
  });

  it('goes another way from a fork, and back to the first run, which is as it was', async () => {
    const host = await open({ mode: 'live', speed: 20 }, { transport: 'memory' });
    await busyMinute(host);
    const whole = rows(host, Infinity);
    const half = Math.floor(whole.length / 2);
    const { branch } = await host.call('branch.fork', { seq: half, title: 'other' });
    await host.call('node.crash', { node: 'muc1' });
    await host.call('clock.runUntil', { forMs: 3000 });
    const { branch: back } = await host.call('branch.switch', { branch: branch.parent ?? '' });
    expect(back).toMatchObject({ current: true, origin: 'opened' });
    expect(rows(host, whole.length)).toEqual(whole);
    expect(back.differsAt).toBeUndefined();
    const { branches } = await host.call('branch.list', {});
    expect(branches.map(({ id, title, current }) => ({ id, title, current }))).toEqual([
      { id: 'branch-1', title: '', current: true },
      { id: 'branch-2', title: 'other', current: false },
    ]);
  });

  it('does the same under other settings, and says what could not be done', async () => {
    const host = await open({ mode: 'live', speed: 20 }, { transport: 'memory' });
    await busyMinute(host);
    const { branch } = await host.call('branch.rerun', {
      profile: '7.1',
      quirks: { 'fin-unnoticed': false },
    });
    expect(branch).toMatchObject({
      profile: '7.1',
      origin: 'rerun',
      forkSeq: 0,
      quirks: { 'fin-unnoticed': false },
    });
    // The edit of one frame.
    expect(branch.leftOut).toBe(1);
    expect(host.lab?.profile).toBe('7.1');
    const crashes = rows(host, Infinity).filter(
      (row) => row[4] === 'machine.transition' && row[5][3] === 'crashed',
    );
    expect(crashes).toHaveLength(1);
  });

  it('says so when a run cannot be played again as it was', async () => {
    const host = await open({ mode: 'paused' }, { transport: 'memory' });
    await host.call('clock.step', { count: 20 });
    const seq = host.lab?.trace.length ?? 0;
    host.lab?.journal.step('f999999', false);
    await host.call('clock.step', { count: 5 });
    const { branch } = await host.call('branch.fork', { seq: host.lab?.trace.length ?? 0 });
    expect(branch).toMatchObject({ differsAt: seq + 1, forkSeq: seq });
  });

  it('refuses what is not there, or is needed', async () => {
    const host = await open({ mode: 'paused' }, { transport: 'memory' });
    await expect(host.call('branch.fork', { seq: 1e9 })).rejects.toMatchObject({ code: 'unknown-event' });
    await expect(host.call('branch.switch', { branch: 'branch-9' })).rejects.toMatchObject({
      code: 'unknown-branch',
    });
    await expect(host.call('branch.remove', { branch: 'branch-1' })).rejects.toMatchObject({
      code: 'branch-in-use',
    });
    const forking = host.call('branch.fork', { seq: 100 });
    await expect(host.call('node.crash', { node: 'server1' })).rejects.toMatchObject({ code: 'replaying' });
    const { branch } = await forking;
    await expect(host.call('branch.remove', { branch: 'branch-1' })).rejects.toMatchObject({
      code: 'branch-in-use',
    });
    await host.call('branch.switch', { branch: 'branch-1' });
    await host.call('branch.remove', { branch: branch.id });
    expect((await host.call('branch.list', {})).branches).toHaveLength(1);
  });
});
