/** The minute of the captures in test/fixtures/wire, played in the lab. */
import path from 'node:path';
import { LabHost } from '#core/lab/lab-host.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import { readTopology } from '#main/topology/read-topology.js';
import { ROOT } from './play-file.js';
import type { WireFrame } from './wire-shape.js';

export type Port = 5222 | 5270 | 5277;

const ROOM = 'room1@muc.xmpp.dev.pajkdc.com';
const JOIN = '<x xmlns="http://jabber.org/protocol/muc"/>';

/** Who says what, one after the other. */
const STORY: readonly [client: string, stanza: string][] = [
  ['alice', '<message to="bob@xmpp.dev.pajkdc.com" type="chat" id="m1"><body>hello across</body></message>'],
  [
    'alice',
    '<message to="bob@xmpp.dev.pajkdc.com/r" type="chat" id="m2"><body>hello to full jid</body></message>',
  ],
  ['bob', '<iq to="alice@xmpp.dev.pajkdc.com/r" type="get" id="v1"><query xmlns="jabber:iq:version"/></iq>'],
  [
    'alice',
    '<iq to="muc.xmpp.dev.pajkdc.com" type="get" id="d1"><query xmlns="http://jabber.org/protocol/disco#info"/></iq>',
  ],
  [
    'alice',
    '<iq to="xmpp.dev.pajkdc.com" type="get" id="d2"><query xmlns="http://jabber.org/protocol/disco#items"/></iq>',
  ],
  ['alice', `<presence to="${ROOM}/alice">${JOIN}</presence>`],
  [
    'alice',
    `<iq to="${ROOM}" type="set" id="c1"><query xmlns="http://jabber.org/protocol/muc#owner"><x xmlns="jabber:x:data" type="submit"/></query></iq>`,
  ],
  ['bob', `<presence to="${ROOM}/bob">${JOIN}</presence>`],
  ['alice', `<message to="${ROOM}" type="groupchat" id="g1"><body>hi room</body></message>`],
  ['bob', `<message to="${ROOM}" type="groupchat" id="g2"><body>hi back</body></message>`],
  ['bob', `<message to="${ROOM}/alice" type="chat" id="p1"><body>private</body></message>`],
];

/** Every frame of the story by the port it crossed; on 5222 only what the clients received. */
export async function playStory(): Promise<Record<Port, WireFrame[]>> {
  const host = new LabHost({ readTopology, transport: 'memory' });
  try {
    await host.call('topology.open', {
      path: path.join(ROOT, 'examples/seed-standard-muc'),
      mode: 'ordered',
      quirks: { 'lab-scram': false },
    });
    const pass = async (ms: number): Promise<void> => void (await host.call('clock.runUntil', { forMs: ms }));
    await pass(20_000);
    for (const [name, node] of [
      ['alice', 'server1'],
      ['bob', 'server2'],
    ] as const) {
      await host.call('client.add', { name, node, jid: `${name}@xmpp.dev.pajkdc.com/r` });
      await pass(1000);
    }
    for (const [client, stanza] of STORY) {
      await host.call('client.send', { client, stanza });
      await pass(1000);
    }
    await host.call('client.remove', { client: 'bob', how: 'fin' });
    await pass(2000);
    await host.call('client.remove', { client: 'alice' });
    await pass(2000);
    const trace = host.lab?.trace;
    return byPort(trace?.range(1, trace.length) ?? []);
  } finally {
    await host.close();
  }
}

/** Processes go by their host names in the captures, clients by their own. */
const NAMES: Readonly<Record<string, string>> = {
  server1: 'vm-128-157',
  server2: 'vm-128-158',
  'client:alice': 'alice',
  'client:bob': 'bob',
};

function byPort(rows: readonly TraceRow[]): Record<Port, WireFrame[]> {
  const frames: Record<Port, WireFrame[]> = { 5222: [], 5270: [], 5277: [] };
  const links = new Map<string, { dialler: string; acceptor: string; port: number }>();
  const named = (node: string): string => NAMES[node] ?? node;
  for (const row of rows) {
    if (row[4] === 'link.dialled') {
      const [link, , from, to, port] = row[5];
      links.set(link, { dialler: named(from), acceptor: named(to), port });
    }
    if (row[4] !== 'frame.sent') continue;
    const [id, direction, , text] = row[5];
    const link = links.get(id);
    if (link?.port !== 5222 && link?.port !== 5270 && link?.port !== 5277) continue;
    if (link.port === 5222 && direction === 'ab') continue;
    const { dialler, acceptor } = link;
    frames[link.port].push(
      direction === 'ab' ? { from: dialler, to: acceptor, text } : { from: acceptor, to: dialler, text },
    );
  }
  return frames;
}
