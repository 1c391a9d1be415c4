/** Where the stanzas of every load balancer class really go: three components, real sockets, both ways of hashing. */
import { afterEach, describe, expect, it } from 'vitest';
import { LabHost } from '#core/lab/lab-host.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import { readTopology } from '#main/topology/read-topology.js';

const CLASSES = ['ReceiverBareJidLB', 'ReceiverFullJidLB', 'SenderBareJidLB', 'SenderFullJidLB'] as const;
/** One domain a class, and one whose class is misspelt. */
const DOMAINS = [...CLASSES, 'ReceiverBareJidLb'].map((name, index) => ({
  domain: `d${index}.example.org`,
  name,
}));
const COMPONENTS = ['k1', 'k2', 'k3'];

const SERVER = `config-type = --gen-config-def
--virt-hosts = example.org
--comp-name-1 = ext
--comp-class-1 = tigase.server.ext.ComponentProtocol
--external = ${DOMAINS.map(({ domain, name }, index) => `${domain}:s:listen:${5270 + index}:server:accept:${name}`).join(',')}
`;
/** Stand-ins answer with 501, so that the way back is seen as well. */
const COMPONENT = `config-type = --gen-config-comp
--virt-hosts = example.org
${DOMAINS.map(({ domain }, index) => `--comp-name-${index + 1} = ${domain.split('.')[0]}\n--comp-class-${index + 1} = com.example.Mute`).join('\n')}
--external = ${DOMAINS.map(({ domain }, index) => `${domain}:s:connect:${5270 + index}:example.org;server:accept`).join(',')}
`;
const SENDERS = ['alice', 'bob', 'carol'];

/** Java's arithmetic written down once more, in whole numbers of any size. */
function javaHash(text: string): number {
  let hash = 0n;
  for (const unit of text) hash = BigInt.asIntN(32, hash * 31n + BigInt(unit.charCodeAt(0)));
  return Number(hash);
}

function objectsHash(bare: string, resource: string): number {
  const first = BigInt.asIntN(32, 31n + BigInt(javaHash(bare)));
  return Number(BigInt.asIntN(32, first * 31n + BigInt(javaHash(resource))));
}

/** What §6.5 says of a stanza. */
function expectedIndex(name: string, from: string, to: string, profile: '5.2' | '7.1', n: number): number {
  const address = name.startsWith('Sender') ? from : to;
  const [bare = '', resource = ''] = address.split('/');
  if (name.includes('Bare')) return Math.abs(javaHash(bare.toLowerCase()) % n);
  const text = `${bare.toLowerCase()}/${resource}`;
  return Math.abs((profile === '5.2' ? javaHash(text) : objectsHash(bare.toLowerCase(), resource)) % n);
}

let host: LabHost;
let sent = 0;
afterEach(() => host.close());

const pass = async (forMs: number): Promise<void> => void (await host.call('clock.runUntil', { forMs }));

async function open(profile: '5.2' | '7.1', extra: Record<string, boolean> = {}): Promise<void> {
  host = new LabHost({ readTopology });
  await host.call('topology.open', {
    files: [
      ...COMPONENTS.map((name) => ({ name: `${name}.properties`, text: COMPONENT })),
      { name: 'server.properties', text: SERVER },
    ],
    profile,
    quirks: { 'lab-scram': false, ...extra },
    mode: 'ordered',
  });
  await pass(10_000);
  for (const name of SENDERS) {
    await host.call('client.add', { name, node: 'server', jid: `${name}@example.org/Home` });
    await pass(500);
  }
}

interface Hop {
  from: string;
  to: string;
  name: string;
  /** The process that the stanza reached; empty: nobody. */
  at: string;
}

/** Sends one message from everybody to a few rooms of every domain, and sees who gets it. */
async function sendAll(): Promise<Hop[]> {
  const hops: Hop[] = [];
  for (const { domain, name } of DOMAINS) {
    for (const sender of SENDERS) {
      for (const room of ['test', 'Room1', 'room2', 'x']) {
        sent += 1;
        const to = `${room}@${domain}/Nick`;
        const stanza = `<message to="${to}" id="n${sent}" type="chat"><body>x</body></message>`;
        const before = host.lab?.trace.length ?? 0;
        await host.call('client.send', { client: sender, stanza });
        await pass(50);
        hops.push({ from: `${sender}@example.org/Home`, to, name, at: receiver(before, `id="n${sent}"`) });
      }
    }
  }
  return hops;
}

/** Whom the server has sent the frame to, on 5270 and above. */
function receiver(from: number, text: string): string {
  const rows: readonly TraceRow[] = host.lab?.trace.range(from, host.lab.trace.length) ?? [];
  for (const row of rows) {
    if (row[4] !== 'frame.sent' || row[2] !== 'server') continue;
    const [link, direction, , frame] = row[5];
    const [dialler = ''] = link.split('>');
    if (direction === 'ba' && COMPONENTS.includes(dialler) && frame.includes(text)) return dialler;
  }
  return '';
}

function expectIndexes(hops: readonly Hop[], profile: '5.2' | '7.1', list: readonly string[]): void {
  const wanted = hops.map(({ name, from, to }) => {
    const played = CLASSES.some((known) => known === name) ? name : 'ReceiverBareJidLB';
    return list[expectedIndex(played, from, to, profile, list.length)];
  });
  expect(hops.map(({ at }) => at)).toEqual(wanted);
  expect(new Set(wanted).size).toBeGreaterThan(1);
}

describe.each(['5.2', '7.1'] as const)('load balancers of %s, through sockets', (profile) => {
  it('all choices are abs(hash % 3) into the list sorted by address, for every class and the misspelt one', async () => {
    await open(profile);
    expectIndexes(await sendAll(), profile, COMPONENTS);
    const warnings = host.lab?.trace
      .range(1, host.lab.trace.length)
      .filter(
        (row) => row[4] === 'node.log' && row[5][2].startsWith('Cannot active load balancer for class: '),
      );
    expect(warnings?.map((row) => row[5][2])).toEqual([
      'Cannot active load balancer for class: ReceiverBareJidLb, using default LB: tigase.server.ext.lb.ReceiverBareJidLB',
    ]);
  }, 60_000);

  it('one component has gone: 5.2.3 counts its slot and gives what was its to the first living one, 7.1.7 counts two', async () => {
    await open(profile);
    const before = await sendAll();
    await host.call('node.crash', { node: 'k1' });
    await pass(1000);
    const after = await sendAll();
    if (profile === '7.1') return expectIndexes(after, profile, ['k2', 'k3']);
    expect(after.map(({ at }) => at)).toEqual(before.map(({ at }) => (at === 'k1' ? 'k2' : at)));
    expect(before.some(({ at }) => at === 'k1')).toBe(true);
    await host.call('quirk.set', { quirk: 'lb-dead-slot-kept', on: false });
    expectIndexes(await sendAll(), profile, ['k2', 'k3']);
  }, 60_000);
});

it('all components have gone: nobody gets anything, and one INFO line says so for each stanza', async () => {
  await open('5.2');
  for (const node of COMPONENTS) await host.call('node.crash', { node });
  await pass(1000);
  const hops = await sendAll();
  expect(new Set(hops.map(({ at }) => at))).toEqual(new Set(['']));
  const lost = host.lab?.trace
    .range(1, host.lab.trace.length)
    .filter(
      (row) => row[4] === 'node.log' && row[5][2].startsWith('Service is not connected for connection'),
    );
  expect(lost).toHaveLength(hops.length);
}, 60_000);
