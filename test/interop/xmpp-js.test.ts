/** Two xmpp.js clients, one on each node of the seed's cluster, with one room between them. */
import { client, xml, type XmppClient, type XmppElement } from '@xmpp/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccounts, type Account } from '../support/control-client.js';
import { eventually } from '../support/eventually.js';
import { startLab, type ReadyNode, type RunningLab } from '../support/running-lab.js';

const DOMAIN = 'xmpp.dev.pajkdc.com';
const ROOM = `room1@muc.${DOMAIN}`;
const MUC = 'http://jabber.org/protocol/muc';
const ANNA = { user: 'anna', password: 'secret of anna' };
const BERT = { user: 'bert', password: 'secret of bert' };

/** A client, and all that it has received. */
interface Party {
  jid: string;
  xmpp: XmppClient;
  received: XmppElement[];
  /** Waits until a stanza that passes `test` has come. */
  hears(what: string, test: (stanza: XmppElement) => boolean): Promise<XmppElement>;
}

const parties: Party[] = [];

async function logIn(node: ReadyNode, { user, password }: Account): Promise<Party> {
  const received: XmppElement[] = [];
  const xmpp = client({
    service: `xmpp://${node.address}:${node.ports['c2s']}`,
    domain: DOMAIN,
    resource: 'xmpp-js',
    credentials: async (authenticate, mechanisms) => {
      expect(mechanisms).toContain('SCRAM-SHA-1');
      await authenticate({ username: user, password }, 'SCRAM-SHA-1');
    },
  });
  const errors: Error[] = [];
  xmpp.on('error', (error) => errors.push(error));
  xmpp.on('stanza', (stanza) => received.push(stanza));
  // A connection that breaks is a failure here, not something to try again.
  xmpp.reconnect.stop();
  const jid = String(await xmpp.start());
  await xmpp.send(xml('presence'));
  const party: Party = {
    jid,
    xmpp,
    received,
    hears: (what, test) =>
      eventually(
        `${user} hears ${what}`,
        () => received.find(test),
        () => ({
          errors: errors.map(String),
          received: received.map(String),
        }),
      ),
  };
  parties.push(party);
  return party;
}

function bodyFrom(from: string, body: string, type: string): (stanza: XmppElement) => boolean {
  return (stanza) =>
    stanza.name === 'message' &&
    stanza.attrs['type'] === type &&
    stanza.attrs['from'] === from &&
    stanza.getChildText('body') === body;
}

function selfPresence(nick: string): (stanza: XmppElement) => boolean {
  return (stanza) =>
    stanza.name === 'presence' &&
    stanza.attrs['from'] === `${ROOM}/${nick}` &&
    stanza.attrs['type'] === undefined &&
    (stanza.getChild('x', `${MUC}#user`)?.getChildren('status') ?? []).some(
      ({ attrs }) => attrs['code'] === '110',
    );
}

async function say(from: Party, to: string, type: string, body: string): Promise<void> {
  await from.xmpp.send(xml('message', { to, type }, xml('body', {}, body)));
}

async function join(party: Party, nick: string): Promise<void> {
  await party.xmpp.send(xml('presence', { to: `${ROOM}/${nick}` }, xml('x', { xmlns: MUC })));
  await party.hears(`its own presence in the room as ${nick}`, selfPresence(nick));
}

describe('xmpp.js', () => {
  let lab: RunningLab;
  let anna: Party;
  let bert: Party;

  beforeAll(async () => {
    lab = await startLab('examples/seed-standard-muc');
    // Both made at one node: the other finds them in the database that the two share.
    await createAccounts(lab.control, 'server1', [ANNA, BERT]);
    anna = await logIn(lab.node('server1'), ANNA);
    bert = await logIn(lab.node('server2'), BERT);
  });

  afterAll(async () => {
    await Promise.all(parties.map(({ xmpp }) => xmpp.stop()));
    await lab.stop();
  });

  it('logs in on both nodes by SCRAM-SHA-1 and gets the resource it asks for', () => {
    expect([anna.jid, bert.jid]).toEqual([`anna@${DOMAIN}/xmpp-js`, `bert@${DOMAIN}/xmpp-js`]);
  });

  it('chats from node to node, to a full and to a bare address', async () => {
    await say(anna, bert.jid, 'chat', 'to the full JID');
    await bert.hears('the chat', bodyFrom(anna.jid, 'to the full JID', 'chat'));
    await say(bert, `anna@${DOMAIN}`, 'chat', 'to the bare JID');
    await anna.hears('the answer', bodyFrom(bert.jid, 'to the bare JID', 'chat'));
  });

  it('meets in a room: what either says arrives at both, once', async () => {
    await join(anna, 'anna');
    // XEP-0045 §10.1.2: an empty form takes the defaults and unlocks the room.
    const form = xml('x', { xmlns: 'jabber:x:data', type: 'submit' });
    const unlock = xml('iq', { type: 'set', to: ROOM }, xml('query', { xmlns: `${MUC}#owner` }, form));
    const { attrs } = await anna.xmpp.iqCaller.request(unlock);
    expect(attrs['type']).toBe('result');
    await join(bert, 'bert');
    await say(anna, ROOM, 'groupchat', 'hello from the first node');
    await say(bert, ROOM, 'groupchat', 'hello from the second node');
    for (const party of [anna, bert]) {
      const first = bodyFrom(`${ROOM}/anna`, 'hello from the first node', 'groupchat');
      const second = bodyFrom(`${ROOM}/bert`, 'hello from the second node', 'groupchat');
      await party.hears('the first greeting', first);
      await party.hears('the second greeting', second);
      expect([party.received.filter(first).length, party.received.filter(second).length]).toEqual([1, 1]);
    }
  });
});
