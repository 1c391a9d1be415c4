import { describe, expect, it } from 'vitest';
import { LabHost } from '#core/lab/lab-host.js';
import type { StanzaCost } from '#core/shared/trace/stanza-cost.js';
import type { NodeTraffic } from '#core/shared/trace/traffic-fold.js';
import { readTopology } from '#main/topology/read-topology.js';

const CHAT = '<message to="bob@example.org" type="chat" id="c"><body>what does this cost?</body></message>';

interface Measured {
  cost: StanzaCost;
  nodes: NodeTraffic[];
  /** Bytes of the message as bob gets it. */
  received: number;
}

/** One chat message from alice to bob, when nothing else is going on. */
async function chat(example: string, aliceAt: string, bobAt: string): Promise<Measured> {
  const host = new LabHost({ readTopology, transport: 'memory' });
  try {
    await host.call('topology.open', { path: `examples/${example}`, mode: 'ordered' });
    await host.call('clock.runUntil', { forMs: 10_000 });
    await host.call('client.add', { name: 'alice', node: aliceAt });
    await host.call('client.add', { name: 'bob', node: bobAt });
    await host.call('clock.runUntil', { forMs: 10_000 });
    const { seq } = await host.call('clock.get', {});
    await host.call('client.send', { client: 'alice', stanza: CHAT });
    await host.call('clock.runUntil', { forMs: 5000 });
    const { events } = await host.call('trace.query', { from: seq, filter: { kinds: ['frame.sent'] } });
    const [sent] = events;
    const { items } = await host.call('client.inbox', { client: 'bob' });
    const got = items.find(({ text }) => text.includes('what does this cost?'));
    if (!sent || !got) throw new Error(`the message did not cross ${example}`);
    const cost = await host.call('traffic.stanza', { seq: sent.seq });
    const { nodes } = await host.call('traffic.get', { since: seq });
    return { cost, nodes, received: got.text.length };
  } finally {
    await host.close();
  }
}

describe('a chat message through a split server, and through the same server in one piece', () => {
  it('crosses one link more for each half it goes through, wrapped, and more queues', async () => {
    const whole = await chat('one-def-process', 'server', 'server');
    const split = await chat('cm-sm-separation', 'cm1', 'cm2');
    const links = (cost: StanzaCost) => cost.links.map(({ link }) => link.replace(/#\d+$/, '')).sort();
    expect(links(whole.cost)).toEqual(['client:alice>server:5222', 'client:bob>server:5222']);
    expect(links(split.cost)).toEqual([
      'client:alice>cm1:5222',
      'client:bob>cm2:5222',
      'cm1>sm:5555',
      'cm2>sm:5556',
    ]);
    expect(split.cost.crossings).toBe(whole.cost.crossings + 2);

    // What the clients see is the same; the rest is what the halves pay.
    const between = split.cost.links.filter(({ link }) => !link.startsWith('client:'));
    const wrapped = between.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(split.received).toBe(whole.received);
    expect(split.cost.bytes - whole.cost.bytes).toBe(wrapped);
    for (const { bytes } of between) expect(bytes).toBeGreaterThan(CHAT.length);

    const hops = ({ cost }: Measured, component: string): number =>
      cost.components
        .filter((one) => one.component.replace(/_\d$/, '') === component)
        .reduce((sum, one) => sum + one.hops, 0);
    expect(split.cost.hops).toBeGreaterThan(whole.cost.hops);
    expect(hops(whole, 'ext-comp')).toBe(0);
    // Into ext-comp on one side and out of it on the other, twice; each time a router more.
    expect(hops(split, 'ext-comp')).toBe(4);
    for (const part of ['c2s', 'sess-man'])
      expect([part, hops(split, part)]).toEqual([part, hops(whole, part)]);
    expect(split.cost.hops - whole.cost.hops).toBe(
      hops(split, 'ext-comp') + hops(split, 'message-router') - hops(whole, 'message-router'),
    );
  });

  it('is the whole traffic of that time, process by process', async () => {
    for (const { cost, nodes } of [
      await chat('one-def-process', 'server', 'server'),
      await chat('cm-sm-separation', 'cm1', 'cm2'),
    ]) {
      const sum = (of: (node: NodeTraffic) => number): number =>
        nodes.reduce((total, node) => total + of(node), 0);
      expect(sum(({ sent }) => sent.frames)).toBe(cost.crossings);
      expect(sum(({ sent }) => sent.bytes)).toBe(cost.bytes);
      expect(sum(({ received }) => received.bytes)).toBe(cost.bytes);
      expect(sum(({ hops }) => hops)).toBe(cost.hops);
    }
  });
});
