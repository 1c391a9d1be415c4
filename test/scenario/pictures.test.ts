/** A look back at the newest event shows what the lab itself says of the present. */
import { describe, expect, it } from 'vitest';
import { WorldFold } from '#core/shared/trace/world/world-fold.js';
import { linkOfSession } from '#renderer/panels/inspector/instance-name.js';
import { AttackLab } from '#test/support/attack-lab.js';
import { expectPresentAsPast } from '#test/support/past-and-present.js';

const LONG = { timeout: 60_000 };

describe('pictures', () => {
  it.for([
    ['5.2', 1],
    ['7.1', 7],
  ] as const)(
    'of the newest event are what lab %s says of itself, all along',
    LONG,
    async ([profile, seed]) => {
      const attack = await AttackLab.open({ mode: 'ordered', profile, seed }, { transport: 'memory' });
      const { host } = attack;
      await host.call('client.add', { name: 'alice', node: 'server1' });
      await host.call('client.add', { name: 'bob', node: 'server2' });
      const deeds: (() => Promise<unknown>)[] = [
        () =>
          host.call('client.send', {
            client: 'alice',
            stanza: "<message to='bob@lab.example'><body>x</body></message>",
            times: 5,
          }),
        () =>
          host.call('fault.apply', { kind: 'latency', target: 'server1<>server2', options: { delay: 40 } }),
        () => host.call('client.send', { client: 'bob', stanza: "<presence to='r@muc.lab.example/bob'/>" }),
        () => host.call('fault.apply', { kind: 'wifi-off', target: 'server2', durationMs: 3000 }),
        () => host.call('node.crash', { node: 'muc1' }),
        () => host.call('fault.healAll', {}),
        () => host.call('client.remove', { client: 'bob' }),
      ];
      for (const deed of deeds) {
        await deed();
        for (let step = 0; step < 12; step += 1) {
          await host.call('clock.step', { count: 7 });
          await expectPresentAsPast(host);
        }
        await host.call('clock.runUntil', { forMs: 2000 });
        await expectPresentAsPast(host);
      }
      await attack.close();
    },
  );

  it('of any event are the same as a fold from the beginning gives', async () => {
    const attack = await AttackLab.open({ mode: 'ordered' }, { transport: 'memory' });
    const { host, lab } = attack;
    await host.call('client.add', { name: 'alice', node: 'server1' });
    await host.call('clock.runUntil', { forMs: 1000 });
    while (lab.trace.length < 20_000) {
      await host.call('client.send', {
        client: 'alice',
        stanza: "<message to='bob@lab.example'><body>x</body></message>",
        times: 50,
      });
      await host.call('clock.runUntil', { forMs: 100 });
    }
    const worlds = [20_000, 8192, 8191, 8193, 16_400, 5, 0].map(
      (seq) => [seq, lab.pictures.at(seq)] as const,
    );
    for (const [seq, world] of worlds) {
      const fold = new WorldFold();
      for (const row of lab.trace.range(1, seq)) fold.take(row);
      expect(world).toEqual(fold.world());
    }
    await expect(host.call('state.at', { seq: 1e9 })).rejects.toMatchObject({ code: 'unknown-event' });
    await attack.close();
  });

  it('tell which full JID each session had then, and which link', async () => {
    const attack = await AttackLab.open({ mode: 'ordered' }, { transport: 'memory' });
    const { host } = attack;
    await host.call('client.add', { name: 'alice', node: 'server1', jid: 'alice@lab.example/desk' });
    const early = await host.call('clock.runUntil', {
      machine: { machine: 'user-session', state: 'connected' },
    });
    await host.call('client.add', { name: 'bob', node: 'server2' });
    const { seq } = await host.call('clock.runUntil', { forMs: 3000 });
    await host.call('client.remove', { client: 'alice' });
    await host.call('clock.runUntil', { forMs: 3000 });
    const jids = async (at: number) => {
      const { machines, links, clients } = await host.call('state.at', { seq: at });
      const sessions = machines.filter(({ machine }) => machine === 'user-session');
      return {
        sessions: sessions.map((session) => linkOfSession(session, links)?.jid),
        clients: clients.map(({ name, jid }) => [name, jid]),
      };
    };
    expect(await jids(early.seq)).toEqual({ sessions: [undefined], clients: [['alice', '']] });
    const bob = 'bob@lab.example/bob';
    expect(await jids(seq)).toEqual({
      sessions: ['alice@lab.example/desk', bob],
      clients: [
        ['alice', 'alice@lab.example/desk'],
        ['bob', bob],
      ],
    });
    const now = await host.call('clock.get', {});
    expect(await jids(now.seq)).toEqual({ sessions: [bob], clients: [['bob', bob]] });
    await attack.close();
  });
});
