/** Stanzas followed from the client that sent them to every end of their way. */
import { afterEach, describe, expect, it } from 'vitest';
import { LabHost } from '#core/lab/lab-host.js';
import type { FrameLeg, Journey, Leg } from '#core/shared/trace/journey/journey.js';
import { readTopology } from '#main/topology/read-topology.js';

const ROOM = 'tea@muc.xmpp.dev.pajkdc.com';
const JOIN = '<x xmlns="http://jabber.org/protocol/muc"/>';
const DEFAULTS =
  '<query xmlns="http://jabber.org/protocol/muc#owner"><x xmlns="jabber:x:data" type="submit"/></query>';

let host: LabHost;

afterEach(() => host.close());

/** Four users, two on each server. */
async function open(): Promise<void> {
  host = new LabHost({ readTopology, transport: 'memory' });
  await host.call('topology.open', { path: 'examples/seed-standard-muc', mode: 'ordered' });
  await host.call('clock.runUntil', { forMs: 30_000 });
  for (const [name, node] of [
    ['alice', 'server1'],
    ['carol', 'server1'],
    ['bob', 'server2'],
    ['dave', 'server2'],
  ] as const)
    await host.call('client.add', { name, node });
  await host.call('clock.runUntil', { forMs: 10_000 });
}

async function send(client: string, stanza: string): Promise<number> {
  const { seq } = await host.call('clock.get', {});
  await host.call('client.send', { client, stanza });
  const { events } = await host.call('trace.query', {
    from: seq + 1,
    filter: { kinds: ['frame.sent'] },
    limit: 1,
  });
  return events[0]?.seq ?? 0;
}

async function settled(client: string, stanza: string): Promise<Journey> {
  const seq = await send(client, stanza);
  await host.call('clock.runUntil', { forMs: 5000 });
  return host.call('stanza.follow', { seq });
}

const chat = (to: string, body = 'hi') =>
  `<message to="${to}@xmpp.dev.pajkdc.com/${to}" type="chat"><body>${body}</body></message>`;

function endsOf({ legs }: Journey, kind: string): Leg[] {
  return legs.filter(({ end }) => end?.kind === kind);
}

const frames = ({ legs }: Journey): FrameLeg[] => legs.filter((leg) => leg.kind === 'frame');

describe('a chat message to a user on another node', () => {
  it('is followed through both nodes to its receiver, with what is changed on the way', async () => {
    await open();
    const journey = await settled('alice', chat('bob'));
    expect(journey.summary).toMatchObject({
      ...{ sender: 'client:alice', at: 'server1', stanza: 'message chat' },
      ...{ address: 'bob@xmpp.dev.pajkdc.com/bob', deliveries: 1, errors: 0, dropped: 0, underWay: 0 },
    });
    const [delivered] = endsOf(journey, 'delivered');
    expect(delivered).toMatchObject({ kind: 'frame', to: 'client:bob' });
    const between = frames(journey).find(({ cluster }) => cluster);
    expect(between?.changes).toContainEqual({ what: 'wrapped', name: 'cluster' });
    expect(between?.changes).toContainEqual({
      what: 'attribute',
      name: 'from',
      after: 'alice@xmpp.dev.pajkdc.com/alice',
    });
    expect((delivered as FrameLeg).changes).toEqual([{ what: 'unwrapped', name: 'cluster' }]);
    const plugins = journey.legs.flatMap((leg) => (leg.kind === 'queue' ? leg.plugins : []));
    expect(plugins).toContainEqual({ plugin: 'amp', did: 'handled' });
    // The copy for the ring comes back to its first node, and ends there.
    expect(endsOf(journey, 'ring')).toHaveLength(1);
    expect(journey.summary.ms).toBeGreaterThan(0);
  });

  it('is the same journey from every event of it, and a shorter one from there on', async () => {
    await open();
    const journey = await settled('alice', chat('bob'));
    const { events } = await host.call('trace.query', {
      from: journey.seq,
      filter: { causedBy: journey.seq },
    });
    for (const { seq, kind } of events.filter(({ kind }) => /^(frame|packet)\./.test(kind)))
      expect([kind, (await host.call('stanza.follow', { seq })).seq]).toEqual([kind, journey.seq]);
    const [hop] = journey.legs.filter((leg) => leg.kind === 'frame' && leg.cluster);
    const rest = await host.call('stanza.follow', { seq: hop?.seq ?? 0, here: true });
    expect(rest.legs[0]?.seq).toBe(hop?.seq);
    expect(rest.legs.length).toBeLessThan(journey.legs.length);
    const before = await host.call('stanza.follow', { seq: journey.seq, until: journey.seq });
    expect(before.legs.map(({ end }) => end?.kind)).toEqual(['flying']);
  });

  it('waits on a link that a fault holds, and says which', async () => {
    await open();
    const { fault } = await host.call('fault.apply', {
      kind: 'half-open',
      target: 'client:alice>server1:5222#1',
    });
    const { end } = (await settled('alice', chat('bob'))).legs[0] ?? {};
    expect(end).toEqual({ kind: 'held', by: [`half-open ${fault}`] });
  });

  it('is lost with its node', async () => {
    await open();
    const seq = await send('alice', chat('bob'));
    await host.call('node.crash', { node: 'server1' });
    await host.call('clock.runUntil', { forMs: 1000 });
    const { legs, summary } = await host.call('stanza.follow', { seq });
    expect(legs).toHaveLength(1);
    expect(legs[0]?.end?.kind).toBe('dropped');
    expect(summary).toMatchObject({ deliveries: 0, dropped: 1 });
  });
});

describe('a message that nobody gets at once', () => {
  it('is stored for an offline user', async () => {
    await open();
    await host.call('client.remove', { client: 'carol' });
    await host.call('clock.runUntil', { forMs: 1000 });
    const journey = await settled(
      'alice',
      '<message to="carol@xmpp.dev.pajkdc.com" type="chat"><body>later</body></message>',
    );
    expect(journey.summary).toMatchObject({ deliveries: 0, stored: 1 });
    expect(endsOf(journey, 'stored')[0]?.end).toEqual({ kind: 'stored', plugin: 'amp' });
  });

  it('comes back as an error from where nobody serves the address', async () => {
    await open();
    const journey = await settled('alice', '<message to="x@nowhere.example"><body>?</body></message>');
    expect(journey.summary).toMatchObject({ deliveries: 0, errors: 1 });
    const [back] = endsOf(journey, 'delivered');
    expect(back).toMatchObject({ to: 'client:alice', summary: 'message error' });
    expect((back as FrameLeg).changes).toContainEqual(
      expect.objectContaining({ what: 'child', name: 'error' }) as unknown,
    );
  });
});

describe('a message to a room', () => {
  it('is followed to every occupant, by the choice of the load balancer', async () => {
    await open();
    for (const [name, nick] of [
      ['alice', 'A'],
      ['bob', 'B'],
      ['carol', 'C'],
      ['dave', 'D'],
    ] as const) {
      await settled(name, `<presence to="${ROOM}/${nick}">${JOIN}</presence>`);
      if (name === 'alice') await settled(name, `<iq to="${ROOM}" type="set" id="c">${DEFAULTS}</iq>`);
    }
    const journey = await settled(
      'alice',
      `<message to="${ROOM}" type="groupchat"><body>tea</body></message>`,
    );
    expect(journey.summary).toMatchObject({ deliveries: 4, errors: 0, dropped: 0 });
    const got = endsOf(journey, 'delivered').map((leg) =>
      leg.kind === 'frame' ? [leg.to, leg.address] : [],
    );
    expect(got.toSorted()).toEqual(
      ['alice', 'bob', 'carol', 'dave'].map((name) => [
        `client:${name}`,
        `${name}@xmpp.dev.pajkdc.com/${name}`,
      ]),
    );
    const choice = journey.legs.find((leg) => leg.kind === 'queue' && leg.balanced);
    expect(choice).toMatchObject({
      component: 'ext',
      balanced: { domain: 'muc.xmpp.dev.pajkdc.com', size: 2 },
    });
    expect(journey.legs.some((leg) => leg.kind === 'queue' && leg.component === 'muc')).toBe(true);
    // Each leg stands behind the one before it.
    const seen = new Set([0]);
    for (const { seq, parent } of journey.legs) {
      expect(seen.has(parent)).toBe(true);
      seen.add(seq);
    }
  });
});

it('refuses an event that no stanza has to do with', async () => {
  await open();
  await expect(host.call('stanza.follow', { seq: 1 })).rejects.toMatchObject({ code: 'no-stanza' });
});
