import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { readSession } from '#core/lab/session/read-session.js';
import type { LabHost } from '#core/lab/lab-host.js';
import { AttackLab, SECRET } from '#test/support/attack-lab.js';
import { eventually } from '#test/support/eventually.js';

const labs: AttackLab[] = [];

afterEach(async () => {
  for (const lab of labs.splice(0)) {
    await lab.close();
    expect(lab.bugs).toEqual([]);
  }
});

async function open(...args: Parameters<typeof AttackLab.open>): Promise<AttackLab> {
  const attack = await AttackLab.open(...args);
  labs.push(attack);
  return attack;
}

function empty(transport: 'memory' | 'loopback' = 'memory'): LabHost {
  const attack = new AttackLab({ transport });
  labs.push(attack);
  return attack.host;
}

async function saved(
  host: LabHost,
  redact = false,
): Promise<{ base64: string; hash: string; events: number }> {
  await host.call('clock.pause', {});
  const { hash, events } = await host.call('trace.hash', {});
  const { base64 = '' } = await host.call('session.save', { redact });
  return { base64, hash, events };
}

const CHAT = "<message to='bob@lab.example' type='chat'><body>hi</body></message>";

async function chatter(host: LabHost): Promise<void> {
  await host.call('client.add', { name: 'alice', node: 'server1', password: 'alices-own-word' });
  await host.call('client.add', { name: 'bob', node: 'server2' });
  const states = (): string[] =>
    host.lab?.machines
      .all()
      .filter(({ machine }) => machine === 'client-session')
      .map(({ state }) => state) ?? [];
  const online = (): boolean => states().filter((state) => state === 'online').length === 2;
  await eventually('both are online', online, states, 20_000);
  await host.call('client.send', { client: 'alice', stanza: CHAT, times: 3 });
  await host.call('fault.apply', {
    kind: 'latency',
    target: 'server1<>server2',
    options: { delay: 30, jitter: 20 },
  });
  await delay(50);
}

describe('a session file', () => {
  it(
    'of a live run on sockets opens in another lab at the same event, with the same trace',
    { timeout: 30_000 },
    async () => {
      const { host } = await open({ mode: 'live', speed: 20 });
      await chatter(host);
      await host.call('session.view', {
        view: { tab: 'rooms' },
        bookmarks: [{ branch: 'branch-1', seq: 7, title: 'here' }],
      });
      const { base64, hash, events } = await saved(host);
      const other = empty();
      const opened = await other.call('session.open', { base64 });
      expect(opened.branches).toEqual([expect.objectContaining({ branch: 'branch-1', same: true, events })]);
      expect(opened).toMatchObject({ view: { tab: 'rooms' }, bookmarks: [{ seq: 7, title: 'here' }] });
      expect(await other.call('trace.hash', {})).toEqual({ hash, events });
      expect(await other.call('clock.get', {})).toMatchObject({ mode: 'paused', speed: 20, seq: events });
      // And it goes on.
      const { seq } = await other.call('clock.runUntil', { forMs: 5000 });
      expect(seq).toBeGreaterThan(events);
    },
  );

  it(
    'opens with the same trace although the pause came in the middle of a step',
    { timeout: 30_000 },
    async () => {
      const { host } = await open({ mode: 'live', speed: 1 });
      for (let round = 0; round < 5; round += 1) {
        await host.call('client.add', { name: `user${round}`, node: 'server1' });
        await delay(2 * round);
        const { base64, hash, events } = await saved(host);
        const other = empty();
        const { branches } = await other.call('session.open', { base64 });
        expect(branches).toEqual([expect.objectContaining({ same: true, events })]);
        expect((await other.call('trace.hash', {})).hash).toBe(hash);
        await host.call('clock.resume', {});
      }
    },
  );

  it('keeps all branches and which one ran', { timeout: 30_000 }, async () => {
    const { host } = await open({ mode: 'live', speed: 20 }, { transport: 'memory' });
    await chatter(host);
    await host.call('branch.fork', { seq: 60, title: 'without bob' });
    await host.call('node.crash', { node: 'muc1' });
    await host.call('branch.rerun', { branch: 'branch-1', profile: '7.1' });
    await host.call('branch.switch', { branch: 'branch-2' });
    const { branches } = await host.call('branch.list', {});
    const { base64, hash } = await saved(host);
    const other = empty();
    const opened = await other.call('session.open', { base64 });
    expect(opened.branches.map(({ branch, same }) => [branch, same])).toEqual([
      ['branch-1', true],
      ['branch-3', true],
      ['branch-2', true],
    ]);
    expect((await other.call('branch.list', {})).branches).toEqual(branches);
    expect((await other.call('trace.hash', {})).hash).toBe(hash);
    const next = await other.call('branch.fork', { seq: 20 });
    expect(next.branch.id).toBe('branch-4');
  });

  it('opens without what was secret, and does the same', { timeout: 30_000 }, async () => {
    const { host } = await open({ mode: 'live', speed: 20 });
    await chatter(host);
    const { base64, events } = await saved(host, true);
    const file = readSession(Buffer.from(base64, 'base64'));
    expect(JSON.stringify(file)).not.toContain(SECRET);
    expect(JSON.stringify(file)).not.toContain('alices-own-word');
    const other = empty();
    const { branches } = await other.call('session.open', { base64 });
    expect(branches).toEqual([expect.objectContaining({ events })]);
    const links = await other.call('link.list', {});
    expect(links.links.map(({ id }) => id)).toEqual(
      (await host.call('link.list', {})).links.map(({ id }) => id),
    );
    const online = (await other.call('client.list', {})).clients.map(({ state }) => state);
    expect(online).toEqual(['online', 'online']);
  });

  it(
    'replaces what a stranger has logged in with, and ends where one has proved it',
    { timeout: 30_000 },
    async () => {
      const attack = await open({ mode: 'live', speed: 20 });
      await attack.meshed();
      const plain = await attack.stranger('server1', 5222);
      plain.write(
        "<stream:stream to='lab.example' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>",
      );
      await plain.heard(/stream:features/);
      const login = Buffer.from('\0eve\0strangers-word').toString('base64');
      plain.write(`<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>${login.slice(0, 9)}`);
      await delay(20);
      plain.write(`${login.slice(9)}</auth>`);
      await plain.heard(/<success/);
      const first = await saved(attack.host, true);
      expect(readSession(Buffer.from(first.base64, 'base64')).header.cuts).toEqual([]);
      const bytes = bytesIn(first.base64);
      expect(bytes).not.toContain(login.slice(0, 9));
      const [, word = ''] = /PLAIN'>([^<]*)</.exec(bytes) ?? [];
      expect(Buffer.from(word, 'base64').toString()).toMatch(/^\0eve\0[0-9a-f]{14}$/);
      const other = empty();
      const again = await other.call('session.open', { base64: first.base64 });
      expect(again.branches[0]).toMatchObject({ events: first.events });

      await attack.host.call('clock.resume', {});
      const proof = Buffer.from('c=biws,r=abc,p=dGhlIHByb29m').toString('base64');
      plain.write(`<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>${proof}</response>`);
      await delay(50);
      const second = await saved(attack.host, true);
      const opened = await other.call('session.open', { base64: second.base64 });
      expect(opened.cuts).toEqual([
        { branch: 'branch-1', event: expect.any(Number) as number, reason: 'scram' },
      ]);
      expect(bytesIn(second.base64)).not.toContain(proof);
      expect(opened.branches[0]?.events).toBeLessThanOrEqual(second.events);
    },
  );

  it('says what is wrong with a file, and leaves the lab as it is', async () => {
    const { host } = await open({ mode: 'paused' }, { transport: 'memory' });
    const before = await host.call('trace.hash', {});
    const opening = (text: string) =>
      host.call('session.open', { base64: Buffer.from(text).toString('base64') });
    await expect(opening('hello')).rejects.toMatchObject({ code: 'not-a-session' });
    await expect(host.call('session.open', {})).rejects.toMatchObject({ code: 'session-missing' });
    await expect(host.call('session.open', { path: '/x' })).rejects.toMatchObject({
      code: 'session-no-storage',
    });
    expect(await host.call('session.recoverable', {})).toEqual({ sessions: [] });
    expect(await host.call('trace.hash', {})).toEqual(before);
  });
});

/** What strangers have sent, as one text. */
function bytesIn(base64: string): string {
  const { branches } = readSession(Buffer.from(base64, 'base64'));
  const entries = branches.flatMap(({ lines }) => lines.map((line) => JSON.parse(line) as unknown[]));
  return entries
    .map(([kind, , , event]) => (kind === 'outside' ? (event as { base64?: string }).base64 : undefined))
    .map((bytes) => Buffer.from(bytes ?? '', 'base64').toString('latin1'))
    .join('');
}
