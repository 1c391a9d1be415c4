import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { setTimeout as delay } from 'node:timers/promises';
import { AttackLab, SECRET, Stranger, VHOST } from '#test/support/attack-lab.js';
import { eventually } from '#test/support/eventually.js';
import { connectedPair, NetRig, recorder } from '#test/support/net-rig.js';

const HEADER = `<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='${VHOST}' version='1.0'>`;
const CLUSTER_HEADER =
  "<stream:stream xmlns='tigase:cluster' xmlns:stream='http://etherx.jabber.org/streams' from='vm-2' to='vm-1'>";

let attack: AttackLab | undefined;

async function open(...args: Parameters<typeof AttackLab.open>): Promise<AttackLab> {
  attack = await AttackLab.open(...args);
  return attack;
}

afterEach(async () => {
  const errors = attack?.errors();
  await attack?.close();
  attack = undefined;
  expect(errors ?? []).toEqual([]);
});

const GARBAGE: Record<string, string> = {
  NUL: '\0\x01\x02',
  'half a tag': '<',
  'half a header': "<stream:stream to='",
  'an element first': '<cluster/>',
  'a footer first': '</stream:stream>',
  'invalid UTF-8': `${HEADER}<message>\xff\xfe</message>`,
  'a NUL in a stanza': `${HEADER}<message>\0</message>`,
  'another protocol': 'GET / HTTP/1.1\r\n\r\n',
  'deep nesting': '<a>'.repeat(5000),
  'a thousand children': `${HEADER}<message>${'<x/>'.repeat(1000)}</message>`,
  'half a stanza': `${HEADER}<message><body>`,
  'a doctype': '<!DOCTYPE a [<!ENTITY b "c">]>',
  'two attributes of one name': "<stream:stream to='a' to='b'>",
};

const PORTS = [5222, 5223, 5269, 5270, 5277, 5280, 5290];

/** A second client, to see that the rest of the lab lives. */
async function worksStill(lab: AttackLab): Promise<void> {
  const stranger = await lab.stranger('server1', 5222);
  stranger.write(HEADER);
  await stranger.heard(/<stream:features/);
  stranger.end();
}

describe('strangers on every port', () => {
  it('garbage, then a FIN, a RST or nothing', async () => {
    const lab = await open({ speed: 10 });
    await lab.meshed();
    const links = lab.lab.network.allLinks().length;
    const machines = lab.lab.machines.all().length;
    const strangers: Stranger[] = [];
    for (const port of PORTS) {
      for (const text of Object.values(GARBAGE)) {
        for (const how of ['end', 'reset', 'stay'] as const) {
          const stranger = await lab.stranger('server1', port);
          stranger.write(Buffer.from(text, 'latin1'));
          if (how === 'end') stranger.socket.end();
          if (how === 'reset') stranger.reset();
          strangers.push(stranger);
        }
      }
    }
    await worksStill(lab);
    strangers.forEach((stranger) => stranger.end());
    // The session manager gives a stream without a login two minutes.
    lab.lab.stepper.live(200);
    await eventually('no links of strangers', () => lab.lab.network.allLinks().length === links);
    await eventually(
      'no machines of strangers',
      () => lab.lab.machines.all().length <= machines,
      () => lab.lab.machines.all().slice(machines),
      10_000,
    );
  });

  it('2,000 connections opened and reset at once leave nothing', async () => {
    const lab = await open({ speed: 20 });
    await lab.meshed();
    const links = lab.lab.network.allLinks().length;
    const address = lab.address('server1');
    for (let round = 0; round < 20; round += 1) {
      await Promise.all(
        Array.from({ length: 100 }, async (_, index) => {
          const port = index % 10 === 0 ? 5280 : 5222;
          (await Stranger.connect(address, port)).reset();
        }),
      );
    }
    await worksStill(lab);
    await eventually('nothing left', () => lab.lab.network.allLinks().length === links);
    const streams = lab.lab.machines.all().filter(({ machine }) => machine === 'c2s-stream');
    // The last one had a header, so it has a session for two minutes.
    expect(streams.map(({ state }) => state)).toEqual(['socketGone']);
  });

  it('one who writes byte by byte is served like any other', async () => {
    const lab = await open();
    const stranger = await lab.stranger('server1', 5222);
    for (const byte of Buffer.from(`<?xml version='1.0'?>${HEADER}`)) {
      stranger.write(Buffer.of(byte));
      await new Promise(setImmediate);
    }
    await stranger.heard(/<stream:features/);
    stranger.end();
  });

  it('a cluster command before the handshake does nothing, and with the secret any element is survived', async () => {
    const lab = await open({ speed: 5 });
    await lab.meshed();
    const early = await lab.stranger('server1', 5277);
    early.write(
      `${CLUSTER_HEADER}<cluster to='sess-man@vm-1' type='set' id='x'><control><method-call name='packet-forward'/></control></cluster>`,
    );
    const stranger = await lab.stranger('server1', 5277);
    stranger.write(CLUSTER_HEADER);
    const [, id] = await stranger.heard(/<stream:stream[^>]*\sid=["']([^"']+)["']/);
    const digest = createHash('sha1').update(`${id}${SECRET}`).digest('hex');
    stranger.write(`<handshake>${digest}</handshake>`);
    await stranger.heard(/<handshake\/>/);
    for (const element of HOSTILE_CLUSTER) stranger.write(element);
    await delay(200);
    await worksStill(lab);
    early.end();
    stranger.end();
  });
});

const CALLS = [
  'packet-forward',
  'user-connected-sm-cmd',
  'user-disconnected-sm-cmd',
  'user-presence-sm-cmd',
  'session-transfer-sm-cmd',
  'request-sync-online-sm-cmd',
  'response-sync-online-sm-cmd',
  'nonsense',
  '',
];
const HOSTILE_CLUSTER = [
  '<cluster/>',
  "<cluster to='' from='' type='' id=''/>",
  "<cluster to='@@@///' from='vm-9'><control/></cluster>",
  '<route/>',
  "<route to='c2s@vm-1/x' from='y'><message/></route>",
  '<handshake/>',
  '<message/>',
  "<iq type='get'/>",
  ...CALLS.flatMap((name) => [
    `<cluster to='sess-man@vm-1' from='sess-man@vm-2' type='set' id='1'><control><method-call name='${name}'/></control></cluster>`,
    `<cluster to='sess-man@vm-1' from='sess-man@vm-2' type='set' id='2'><control><first-node/><visited-nodes/><method-call name='${name}'><par name='userId'/><par name='resource'>&#x9;</par></method-call></control><data><message to='@'/><x/></data></cluster>`,
    `<cluster to='sess-man@vm-1' type='set'><control><visited-nodes><node-id>sess-man@vm-1</node-id></visited-nodes><method-call name='${name}'><par name='userId'>a@b</par><par name='resource'>r</par><par name='connectionId'>c</par><par name='xmppSessionId'>s</par></method-call></control><data><presence from='a@b/r'/></data></cluster>`,
  ]),
];

describe('strangers who send more than is taken', () => {
  it('one who floods a paused lab is slowed down by TCP, and read on when there is room', async () => {
    const lab = await open({ mode: 'paused' });
    await lab.host.call('clock.runUntil', { forMs: 20_000 });
    const stranger = await lab.stranger('server1', 5222);
    const arrival = await eventually('the arrival', async () =>
      (await lab.host.call('pending.list', {})).pending.find(({ kind }) => kind === 'arrival'),
    );
    await lab.host.call('pending.deliver', { id: arrival.id });
    const { seq } = await lab.host.call('clock.get', {});
    const count = 1_000_000;
    stranger.write(HEADER).write('<presence/>'.repeat(count));
    const [direction] = lab.lab.network.allLinks().flatMap((link) => (link.a.external ? [link.ab] : []));
    await eventually('a full queue', () => direction?.full);
    await delay(100);
    expect(direction?.waiting).toBeLessThan(50_000);
    expect((await lab.host.call('clock.get', {})).seq).toBe(seq);
    const waiting = direction?.waiting ?? 0;
    direction?.discardQueue('test');
    await eventually('the rest to be read', () => (direction?.waiting ?? 0) > waiting / 2);
    stranger.end();
  });

  it('one who never reads is cut when too much waits for it', async () => {
    const rig = await NetRig.open('loopback');
    await connectedPair(rig);
    const heard: string[] = [];
    const address = rig.network.interfaces.real('127.0.1.1');
    let served: { send(text: string): void } | undefined;
    rig.network.listen('a', {
      service: 'test',
      port: 6001,
      bind: '*',
      opened: () => undefined,
      failed: () => undefined,
      accepted: (connection) => {
        served = connection;
        return recorder(heard, 'a');
      },
    });
    await rig.run();
    const stranger = await Stranger.connect(address, 6001);
    stranger.socket.pause();
    await eventually('the arrival', async () => {
      await rig.run(10);
      return served;
    });
    const megabyte = `<m>${'x'.repeat(1 << 20)}</m>`;
    for (let sent = 0; sent < 60; sent += 1) served?.send(megabyte);
    await rig.run(1000);
    expect(heard).toEqual(['a lost']);
    expect(rig.events('link.reset').map(({ data }) => data['by'])).toEqual(['peer-does-not-read']);
    expect(rig.network.allLinks().filter((link) => link.a.external)).toEqual([]);
    stranger.end();
    await rig.close();
  });
});
