import { describe, expect, it } from 'vitest';
import { Packet } from '#core/component/packet.js';
import { element } from '#core/xml/element.js';
import { DOMAIN, MUC, ServerHarness } from '#test/support/server-harness.js';

const ALICE = `alice@${DOMAIN}`;
const BOB = `bob@${DOMAIN}`;

describe('messages', () => {
  it('go to a full address', () => {
    const harness = new ServerHarness();
    const alice = harness.available('alice');
    const bob = harness.available('bob');
    alice.write(`<message to='${BOB}/r' type='chat' id='m1'><body>hi &amp; ho</body></message>`);
    expect(bob.text()).toBe(
      `<message to="${BOB}/r" type="chat" id="m1" from="${ALICE}/r"><body>hi &amp; ho</body></message>`,
    );
    expect(alice.text()).toBe('');
  });

  it('go to all resources of a bare address in 5.2, whatever their presence', () => {
    const harness = new ServerHarness();
    const bobs = [harness.available('bob', 'a'), harness.bound('bob', 'b'), harness.available('bob', 'c')];
    bobs[2]?.write('<presence><priority>-1</priority></presence>');
    bobs.forEach((bob) => bob.take());
    harness.available('alice').write(`<message to='${BOB}'><body>x</body></message>`);
    expect(bobs.map((bob) => bob.take().length)).toEqual([1, 1, 1]);
  });

  it('go to the available resources that are not negative in 7.1', () => {
    const harness = new ServerHarness({ profile: '7.1' });
    const bobs = [harness.available('bob', 'a'), harness.bound('bob', 'b'), harness.available('bob', 'c')];
    bobs[2]?.write('<presence><priority>-1</priority></presence>');
    bobs.forEach((bob) => bob.take());
    harness.available('alice').write(`<message to='${BOB}'><body>x</body></message>`);
    expect(bobs.map((bob) => bob.take().length)).toEqual([1, 0, 0]);
  });

  it('a chat to an absent resource goes to the others, with `to` rewritten', () => {
    const harness = new ServerHarness();
    const bob = harness.available('bob');
    const alice = harness
      .available('alice')
      .write(`<message to='${BOB}/gone' type='chat'><body>x</body></message>`);
    expect(bob.text()).toContain(`to="${BOB}"`);
    alice.write(`<message to='${BOB}/gone' type='headline'><body>x</body></message>`);
    expect(bob.text()).toBe('');
    expect(alice.text()).toContain('<error code="404" type="wait"><recipient-unavailable');
  });

  it('are kept for a user who is offline, and delivered with a stamp', () => {
    const harness = new ServerHarness();
    harness.available('bob').write('</stream:stream>');
    const alice = harness.available('alice');
    for (const type of ['chat', 'normal', 'headline', 'groupchat']) {
      alice.write(`<message to='${BOB}' type='${type}'><body>${type}</body></message>`);
    }
    alice.write(`<message to='${BOB}/r'><body>full</body></message><message to='${BOB}'/>`);
    const bob = harness.bound('bob').write('<presence><priority>-1</priority></presence>');
    expect(bob.text()).not.toContain('<message');
    bob.write('<presence/>');
    const text = bob.text();
    expect(text.match(/<body>[^<]*/g)).toEqual(['<body>chat', '<body>normal', '<body>full']);
    expect(text).toContain(
      `<delay xmlns="urn:xmpp:delay" from="${DOMAIN}" stamp="2026-01-01T00:00:02.000Z">Offline Storage - server1</delay>`,
    );
    expect(harness.context.database.offline.count(BOB)).toBe(0);
  });

  it('to an unknown user, to the server and without `to` are dropped without an error', () => {
    const harness = new ServerHarness();
    const alice = harness.available('alice');
    alice.write(`<message to='nobody@${DOMAIN}'><body>x</body></message>`);
    alice.write(`<message to='${DOMAIN}'><body>x</body></message><message><body>x</body></message>`);
    expect(alice.text()).toBe('');
    expect(alice.ended).toBe('');
  });

  it('carry the sender’s own full address, whatever it wrote, without client-from-kept', () => {
    const harness = new ServerHarness({ quirks: { 'client-from-kept': false } });
    const bob = harness.available('bob');
    const alice = harness.available('alice');
    for (const from of [BOB, `${ALICE}/other`, 'nonsense@@', DOMAIN]) {
      alice.write(`<message to='${BOB}' from='${from}'><body>x</body></message>`);
      expect(bob.text()).toContain(`from="${ALICE}/r"`);
    }
  });

  it('may name another own resource with the quirk', () => {
    const harness = new ServerHarness({ quirks: { 'client-from-kept': true } });
    const bob = harness.available('bob');
    harness.available('alice').write(`<message to='${BOB}' from='${ALICE}/other'><body>x</body></message>`);
    expect(bob.text()).toContain(`from="${ALICE}/other"`);
  });

  it('are copied to the sender’s other resources with carbons', () => {
    const harness = new ServerHarness();
    const other = harness
      .available('alice', 'phone')
      .write("<iq type='set' id='c'><enable xmlns='urn:xmpp:carbons:2'/></iq>");
    expect(other.text()).toContain('type="result" id="c"');
    const bob = harness.available('bob');
    const alice = harness.available('alice', 'desk');
    other.take();
    alice.write(`<message to='${BOB}/r' type='chat'><body>x</body></message>`);
    expect(other.text()).toMatch(
      /<sent xmlns="urn:xmpp:carbons:2"><forwarded xmlns="urn:xmpp:forward:0"><message /,
    );
    bob.write(`<message to='${ALICE}/desk' type='chat'><body>y</body></message>`);
    expect(other.text()).toContain('<received xmlns="urn:xmpp:carbons:2">');
  });

  it('are delivered at the next write to a socket that is gone, and lost with it (S06, S20)', () => {
    const harness = new ServerHarness();
    const bob = harness.available('bob');
    bob.finish();
    expect(bob.ended).toBe('fin');
    expect(harness.states()[`server1/c2s/${bob.link}`]).toBe('socketGone');
    const alice = harness.available('alice');
    alice.write(`<message to='${BOB}'><body>lost</body></message>`);
    expect(harness.states()[`server1/c2s/${bob.link}`]).toBe('closed');
    alice.write(`<message to='${BOB}'><body>kept</body></message>`);
    expect(harness.context.database.offline.take(BOB).map(({ stanza }) => stanza)).toEqual([
      expect.stringContaining('kept'),
    ]);
  });

  it('a FIN or RST is noticed at once without the quirk', () => {
    const harness = new ServerHarness({ quirks: { 'fin-unnoticed': false } });
    harness.available('bob').finish();
    harness.available('carol').lose();
    expect(harness.sessions.sessions.openStreams).toBe(0);
    expect(harness.c2s.connected).toBe(0);
  });
});

describe('iqs', () => {
  it('the server answers what it knows', () => {
    const harness = new ServerHarness();
    const alice = harness.available('alice');
    alice.write(`<iq type='get' id='v' to='${DOMAIN}'><query xmlns='jabber:iq:version'/></iq>`);
    expect(alice.text()).toContain('<name>Tigase</name><version>5.2.3</version>');
    alice.write(
      `<iq type='get' id='i' to='${DOMAIN}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>`,
    );
    expect(alice.text()).toContain('<feature var="msgoffline"/>');
    harness.sessions.useDiscoItems(() => [{ jid: MUC, name: 'ext-comp connected' }]);
    alice.write(
      `<iq type='get' id='j' to='${DOMAIN}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>`,
    );
    expect(alice.text()).toBe(
      `<iq type="result" id="j" from="${DOMAIN}" to="${ALICE}/r"><query xmlns="http://jabber.org/protocol/disco#items"><item jid="${MUC}" name="ext-comp connected"/></query></iq>`,
    );
  });

  it.each([
    [DOMAIN, '501'],
    [BOB, '501'],
    [`${BOB}/gone`, '503'],
    [`nobody@${DOMAIN}`, '503'],
    [`${ALICE}/gone`, '404'],
    ['far.example', '404'],
    [`sess-man@server1`, '503'],
  ])('an unknown one to %s gets %s', (to, code) => {
    const harness = new ServerHarness();
    harness.available('bob');
    const alice = harness
      .available('alice')
      .write(`<iq type='get' id='x' to='${to}'><query xmlns='what:ever'/></iq>`);
    const text = alice.text();
    expect(text).toContain(`<error code="${code}"`);
    expect(text).toContain(`from="${to}"`);
    expect(text).toContain('id="x"');
  });

  it('travel between full addresses, and so do their results', () => {
    const harness = new ServerHarness();
    const bob = harness.available('bob');
    const alice = harness
      .available('alice')
      .write(`<iq type='get' id='v1' to='${BOB}/r'><query xmlns='jabber:iq:version'/></iq>`);
    expect(bob.text()).toBe(
      `<iq type="get" id="v1" to="${BOB}/r" from="${ALICE}/r"><query xmlns="jabber:iq:version"/></iq>`,
    );
    bob.write(`<iq type='result' id='v1' to='${ALICE}/r'><query xmlns='jabber:iq:version'/></iq>`);
    expect(alice.text()).toContain('type="result" id="v1"');
  });

  it('results are never answered by an error', () => {
    const alice = new ServerHarness().available('alice');
    alice.write(`<iq type='result' id='x'/><iq type='error' id='y' to='nobody@${DOMAIN}'/>`);
    expect(alice.text()).toBe('');
  });

  it('registers accounts', () => {
    const harness = new ServerHarness();
    const fields = '<username>carol</username><password>pw</password>';
    const client = harness
      .opened()
      .write(`<iq type='set' id='r'><query xmlns='jabber:iq:register'>${fields}</query></iq>`);
    expect(client.text()).toBe('<iq type="result" id="r"/>');
    expect(harness.context.database.users.password(`carol@${DOMAIN}`)).toBe('pw');
    client.write(`<iq type='set' id='r'><query xmlns='jabber:iq:register'>${fields}</query></iq>`);
    expect(client.text()).toContain('<conflict');
  });

  it('internal commands cannot be forged', () => {
    const harness = new ServerHarness();
    const bob = harness.available('bob');
    const command = "<command xmlns='http://jabber.org/protocol/commands' node='STREAM_CLOSED'/>";
    harness
      .available('alice')
      .write(`<iq type='set' id='f' to='sess-man@server1' from='c2s@server1/x'>${command}</iq>`);
    expect(bob.ended).toBe('');
    expect(harness.sessions.sessions.openStreams).toBe(2);
  });
});

describe('packets from elsewhere', () => {
  it('come in from a component to a user, and without `from` nowhere', () => {
    const harness = new ServerHarness();
    const alice = harness.available('alice');
    const attrs = { from: `room@${MUC}/bob`, to: `${ALICE}/r`, type: 'groupchat' };
    harness.ext.emit(new Packet(harness.context, element('message', attrs, element('body', {}, 'hi'))));
    harness.ext.emit(
      new Packet(harness.context, element('message', { to: `nobody@${DOMAIN}` }, element('body', {}, 'hi'))),
    );
    harness.drain();
    expect(alice.take()).toHaveLength(1);
    expect(harness.dropped()).toContain('sess-man: broken packet');
  });

  it('stanzas of a client whose session is gone get 503', () => {
    const harness = new ServerHarness();
    const alice = harness.available('alice');
    const session = harness.sessions.sessions.user(ALICE)?.best();
    if (session) harness.sessions.sessions.remove(session);
    alice.write(`<message to='${BOB}'><body>x</body></message>`);
    expect(alice.text()).toContain('<error code="503" type="cancel"><service-unavailable');
  });
});

describe('the other nodes', () => {
  const user = { bareJid: ALICE, resource: 'r', connectionId: 'c2s@server2/x', sessionId: 'id', authTime: 1 };

  it('close the older session', () => {
    const harness = new ServerHarness();
    const alice = harness.available('alice');
    harness.sessions.conflict(ALICE, 'other');
    harness.sessions.conflict(ALICE, 'r');
    harness.drain();
    expect(alice.text()).toContain('<conflict');
  });

  it('send presence of a user’s other resources and get ours in return', () => {
    const harness = new ServerHarness();
    const alice = harness.available('alice', 'here');
    harness.sessions.remotePresence(user, element('presence', { from: `${ALICE}/r` }), 'initial');
    harness.drain();
    expect(alice.text()).toBe(`<presence from="${ALICE}/r" to="${ALICE}"/>`);
    expect(harness.cluster.packets.map((packet) => packet.packetTo)).toEqual(['c2s@server2/x']);
    expect(harness.cluster.take()).toEqual([`<presence from="${ALICE}/here" to="${ALICE}"/>`]);
  });

  it('hear of sessions and presence', () => {
    const harness = new ServerHarness();
    const told: string[] = [];
    harness.sessions.useClustering({
      forward: (packet, here) => {
        told.push(`forward ${packet.to?.full} ${here}`);
        return !here;
      },
      userConnected: ({ resource }) => told.push(`connected ${resource}`),
      userDisconnected: () => undefined,
      userPresence: ({ resource }, _presence, kind) => told.push(`${kind} ${resource}`),
    });
    const alice = harness.bound('alice').write('<presence/>').write('<presence><show>away</show></presence>');
    alice.write(`<message to='${BOB}' id='m'><body>x</body></message>`).write('</stream:stream>');
    expect(told).toEqual(['connected r', 'initial r', 'update r', `forward ${BOB} false`, 'unavailable r']);
  });

  it.each([
    [true, 2],
    [false, 1],
  ])('see a stanza with a client’s own `from` twice when the quirk is %s', (on, times) => {
    const harness = new ServerHarness({ quirks: { 'client-from-doubles': on } });
    const forwarded: boolean[] = [];
    harness.sessions.useClustering({
      forward: (packet, here) => {
        if (packet.name === 'message') forwarded.push(here);
        return !here;
      },
      userConnected: () => undefined,
      userDisconnected: () => undefined,
      userPresence: () => undefined,
    });
    const alice = harness.available('alice');
    alice.write(`<message to='${BOB}' from='carol@${DOMAIN}'><body>x</body></message>`);
    expect(forwarded).toEqual([false]);
    alice.write(`<message to='${BOB}' from='${ALICE}'><body>x</body></message>`);
    expect(forwarded).toHaveLength(1 + times);
  });

  it('give back what nobody has a session for', () => {
    const harness = new ServerHarness();
    harness.context.database.users.add(BOB, 'pw');
    const attrs = { from: `${ALICE}/r`, to: BOB };
    harness.sessions.processUndelivered(
      new Packet(harness.context, element('message', attrs, element('body', {}, 'x'))),
    );
    expect(harness.context.database.offline.count(BOB)).toBe(1);
  });

  it('are told of to the admins', () => {
    const harness = new ServerHarness({ properties: `--admins = ${BOB}` });
    harness.sessions.notifyAdmins('New cluster node connected: server2', 'text');
    harness.drain();
    const bob = harness.bound('bob').write('<presence/>');
    expect(bob.text()).toContain(
      `<message from="sess-man@${DOMAIN}" to="${BOB}" type="normal" id="sess-man1"><body>text</body><subject>New cluster node connected: server2</subject><thread>xyz</thread>`,
    );
  });
});
