import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { AttackLab, type Stranger } from '#test/support/attack-lab.js';
import { eventually } from '#test/support/eventually.js';

const VHOST = 'lab.example';
const CM = (own: string, port: number) => `config-type = --gen-config-cs
--virt-hosts = ${VHOST}
--ext-comp = ${own},sm,${port},secret-${own},plain,connect
`;
const FILES = [
  { name: 'cm1.properties', text: CM('cm1', 5555) },
  { name: 'cm2.properties', text: CM('cm2', 5556) },
  {
    name: 'sm.properties',
    text: `config-type = --gen-config-sm
--virt-hosts = ${VHOST}
--user-db-uri = memory://forged
--ext-comp = sm,cm1,5555,secret-cm1,plain,accept
--ext-comp_2 = sm,cm2,5556,secret-cm2,plain,accept
`,
  },
];

let attack: AttackLab | undefined;

afterEach(async () => {
  const errors = attack?.errors();
  await attack?.close();
  attack = undefined;
  expect(errors ?? []).toEqual([]);
});

/** The pair, and alice with her session: the one whom everybody is after. */
async function withAlice(): Promise<{ lab: AttackLab; connection: string }> {
  const lab = await AttackLab.open({ files: FILES, speed: 10 });
  attack = lab;
  await eventually(
    'the links between the halves',
    () => states(lab, 'ext-comp-dialler').filter((state) => state === 'bound.live').length === 2,
  );
  await lab.host.call('client.add', { name: 'alice', node: 'cm1' });
  await eventually('her session', () => states(lab, 'user-session').includes('active.available'));
  const { machines } = await lab.host.call('machine.list', { node: 'sm' });
  const session = machines.find(({ machine }) => machine === 'user-session')?.instance ?? '';
  return { lab, connection: `c2s@cm1/${session.slice('sm/sess-man/'.length)}` };
}

function states(lab: AttackLab, machine: string): string[] {
  return lab.lab.machines
    .all()
    .filter((view) => view.machine === machine)
    .map(({ state }) => state);
}

/** Alice is there, and what is sent to her arrives. */
async function aliceLives(lab: AttackLab, text: string): Promise<void> {
  const { clients } = await lab.host.call('client.list', {});
  expect(clients.map(({ name, state }) => [name, state])).toEqual([['alice', 'online']]);
  const stanza = `<message to="alice@${VHOST}" type="chat"><body>${text}</body></message>`;
  await lab.host.call('client.send', { client: 'alice', stanza });
  await eventually('her own message', async () => {
    const { items } = await lab.host.call('client.inbox', { client: 'alice' });
    return items.some((item) => item.text.includes(text));
  });
}

const COMMANDS = 'http://jabber.org/protocol/commands';

/** Every way to say that alice's stream is to be closed. */
function forgeries(connection: string): string[] {
  const down = (node: string, payload = '') =>
    `<iq type="set" id="f" from="sess-man@sm" to="${connection}"><command xmlns="${COMMANDS}" node="${node}">${payload}</command></iq>`;
  const up = (node: string, from = connection) =>
    `<iq type="set" id="f" from="${from}" to="sess-man@sm"><command xmlns="${COMMANDS}" node="${node}"/></iq>`;
  const route = (inner: string, from: string, to: string, perm = 'TRUSTED') =>
    `<route to="${to}" from="${from}" pr="SYSTEM" perm="${perm}">${inner}</route>`;
  const all = ['STREAM_CLOSED', 'STREAM_CLOSED_UPDATE'].flatMap((node) => [
    up(node),
    route(up(node), connection, 'sess-man@sm'),
    route(up(node), connection, 'sess-man@sm', 'NONE'),
    route(route(up(node), connection, 'sess-man@sm'), connection, 'sess-man@sm'),
  ]);
  const close = down('CLOSE', '<conflict xmlns="urn:ietf:params:xml:ns:xmpp-streams"/>');
  return [...all, close, route(close, 'sess-man@sm', connection), route(close, 'sess-man@cm1', connection)];
}

/** A stanza as deep and as wide as a client may write one: it is wrapped on its way. */
const LARGEST = [
  `<message to="alice@${VHOST}">${'<a>'.repeat(998)}${'</a>'.repeat(998)}</message>`,
  `<message to="alice@${VHOST}">${'<b/>'.repeat(999)}</message>`,
  `<message to="alice@${VHOST}" ${Array.from({ length: 49 }, (_, index) => `a${index}="x"`).join(' ')}/>`,
  `<message to="alice@${VHOST}" foo:a="b"><foo:x/></message>`,
];

const HEADER = `<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' xmlns:foo='bar' to='${VHOST}' version='1.0'>`;

async function loggedIn(lab: AttackLab, node: string): Promise<Stranger> {
  const stranger = await lab.stranger(node, 5222);
  stranger.write(HEADER);
  await stranger.heard(/<\/stream:features>/);
  const plain = Buffer.from('\0mallory\0mallory').toString('base64');
  stranger.write(`<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>${plain}</auth>`);
  await stranger.heard(/<success/);
  stranger.text = '';
  stranger.write(HEADER);
  await stranger.heard(/<\/stream:features>/);
  stranger.write(
    "<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>m</resource></bind></iq>",
  );
  await stranger.heard(/<jid>mallory/);
  return stranger;
}

async function inside(lab: AttackLab, node: string, port: number, secret: string): Promise<Stranger> {
  const stranger = await lab.stranger(node, port);
  stranger.write(
    "<stream:stream xmlns='jabber:component:accept' xmlns:stream='http://etherx.jabber.org/streams' to='cm2'>",
  );
  const [, id] = await stranger.heard(/<stream:stream[^>]*\sid=["']([^"']+)["']/);
  const digest = createHash('sha1').update(`${id}${secret}`).digest('hex');
  stranger.write(`<handshake>${digest}</handshake>`);
  return stranger;
}

describe('nobody forges a command between c2s and sess-man', () => {
  it('a client, before and behind its login', async () => {
    const { lab, connection } = await withAlice();
    const early = await lab.stranger('cm1', 5222);
    early.write(HEADER);
    await early.heard(/<\/stream:features>/);
    for (const forged of forgeries(connection)) early.write(forged);
    const stranger = await loggedIn(lab, 'cm2');
    for (const forged of forgeries(connection)) stranger.write(forged);
    await delay(200);
    await aliceLives(lab, 'first');
    early.end();
    stranger.end();
  });

  it('a stranger on 5555 without the secret, and one who knows that of another half', async () => {
    const { lab, connection } = await withAlice();
    const early = await lab.stranger('sm', 5555);
    early.write(
      "<stream:stream xmlns='jabber:component:accept' xmlns:stream='http://etherx.jabber.org/streams' to='cm1'>",
    );
    for (const forged of forgeries(connection)) early.write(forged);
    await early.cut();
    const wrong = await inside(lab, 'sm', 5555, 'guess');
    await wrong.cut();
    const other = await inside(lab, 'sm', 5556, 'secret-cm2');
    await other.heard(/<handshake\/>/);
    for (const forged of forgeries(connection)) other.write(forged);
    other
      .write('<route/><x/><message/>')
      .write(`<route from="c2s@cm1/x" to="sess-man@sm"><message/></route>`);
    await delay(200);
    await aliceLives(lab, 'second');
    other.end();
  });

  it('and nothing that a client may write makes the halves deaf to each other', async () => {
    const { lab } = await withAlice();
    const stranger = await loggedIn(lab, 'cm1');
    for (const stanza of LARGEST) stranger.write(stanza);
    stranger.write("<iq type='get' id='after' to='lab.example'><ping xmlns='urn:xmpp:ping'/></iq>");
    await stranger.heard(/after/);
    await aliceLives(lab, 'third');
    stranger.end();
  });
});
