/** A look back at the newest event shows what the lab itself says of the present. */
import { describe, expect, it } from 'vitest';
import type { LabHost } from '#core/lab/lab-host.js';
import type { LinkView, NodeView } from '#core/shared/api/results.js';
import type { PendingItem } from '#core/shared/api/pending.js';
import { WorldFold } from '#core/shared/trace/world/world-fold.js';
import { AttackLab } from '#test/support/attack-lab.js';

const LONG = { timeout: 60_000 };

/** What the trace does not carry is left out on both sides. */
function known(links: readonly LinkView[]) {
  return links
    .map(({ id, service, open, waiting, faults, acceptor, dialler, held }) => ({
      id,
      service,
      open,
      waiting,
      held,
      faults,
      from: dialler.node,
      to: acceptor.node,
    }))
    .sort((left, right) => left.id.localeCompare(right.id));
}

function knownNodes(nodes: readonly NodeView[]) {
  return nodes.map(({ name, state, interfaceUp, ports, failedPorts }) => ({
    name,
    state,
    interfaceUp,
    ports: Object.keys(ports).sort(),
    failedPorts,
  }));
}

async function expectSame(host: LabHost): Promise<void> {
  const { seq } = await host.call('clock.get', {});
  const then = await host.call('state.at', { seq });
  const { nodes } = await host.call('node.list', {});
  expect(knownNodes(then.nodes)).toEqual(knownNodes(nodes));
  expect(known(then.links)).toEqual(known((await host.call('link.list', {})).links));
  expect(then.machines).toEqual((await host.call('machine.list', {})).machines);
  const { faults } = await host.call('fault.list', {});
  const short = (list: typeof faults) =>
    list.map(({ id, kind, target, state }) => ({ id, kind, target, state }));
  expect(short(then.faults)).toEqual(short(faults));
  const { clients } = await host.call('client.list', {});
  const brief = (list: typeof clients) =>
    list.map(({ name, node, state, link }) => ({ name, node, state, link }));
  expect(brief(then.clients)).toEqual(brief(clients));
  const { domains } = await host.call('rooms.get', {});
  const who = (list: typeof domains) =>
    list.map(({ domain, rooms }) => ({
      domain,
      rooms: rooms.map(({ room, aliveOn }) => ({ room, aliveOn })),
    }));
  expect(who(then.rooms)).toEqual(who(domains));
  expect(then.rooms.map(({ domain, verdict }) => ({ domain, verdict }))).toEqual(
    domains.map(({ domain, verdict }) => ({ domain, verdict })),
  );
  const { pending } = await host.call('pending.list', {});
  expect(then.pending.map(whereabouts).sort()).toEqual(
    pending
      .filter(({ kind }) => kind === 'frame')
      .map(whereabouts)
      .sort(),
  );
}

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
          await expectSame(host);
        }
        await host.call('clock.runUntil', { forMs: 2000 });
        await expectSame(host);
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
});

/** What a pending list says of a frame that a picture of the past can say as well. */
function whereabouts({ id, node, link, to, service, seq }: PendingItem): string {
  return [id, node, link, to, service, seq].join(' ');
}
