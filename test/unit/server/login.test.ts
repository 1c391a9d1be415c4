import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DOMAIN, HEADER, plainAuth, ServerHarness, type FakeClient } from '#test/support/server-harness.js';

const SASL = 'urn:ietf:params:xml:ns:xmpp-sasl';

function auth(mechanism: string, message: string): string {
  return `<auth xmlns='${SASL}' mechanism='${mechanism}'>${Buffer.from(message).toString('base64')}</auth>`;
}

function decoded(text: string): string {
  return Buffer.from(/>([^<]*)</.exec(text)?.[1] ?? '', 'base64').toString();
}

function scram(client: FakeClient, user: string, password: string): string {
  const first = `n=${user},r=clientnonce`;
  client.write(auth('SCRAM-SHA-1', `n,,${first}`));
  const challenge = decoded(client.text());
  const [, nonce, salt, rounds] = /^r=(.*),s=(.*),i=(\d+)$/.exec(challenge) ?? [];
  const withoutProof = `c=biws,r=${nonce}`;
  const salted = pbkdf2Sync(password, Buffer.from(salt ?? '', 'base64'), Number(rounds), 20, 'sha1');
  const clientKey = createHmac('sha1', salted).update('Client Key').digest();
  const stored = createHash('sha1').update(clientKey).digest();
  const signature = createHmac('sha1', stored).update(`${first},${challenge},${withoutProof}`).digest();
  const proof = Buffer.from(clientKey.map((byte, index) => byte ^ (signature[index] ?? 0))).toString(
    'base64',
  );
  const last = Buffer.from(`${withoutProof},p=${proof}`).toString('base64');
  client.write(`<response xmlns='${SASL}'>${last}</response>`);
  return client.text();
}

describe('stream open', () => {
  it('answers a header and lists what there is before the login', () => {
    const client = new ServerHarness().connect().write(HEADER);
    const text = client.text();
    expect(text).toMatch(
      /^<stream:stream xmlns="jabber:client" xmlns:stream="[^"]+" from="xmpp\.example" id="[^"]+" version="1\.0" xml:lang="en">/,
    );
    expect(text).toContain(
      '<mechanism>SCRAM-SHA-1</mechanism><mechanism>PLAIN</mechanism><mechanism>ANONYMOUS</mechanism>',
    );
    expect(text).toContain('<register xmlns="http://jabber.org/features/iq-register"/>');
    expect(text).toContain('<ver xmlns="urn:xmpp:features:rosterver"/>');
    expect(text).not.toContain('xmpp-bind');
  });

  it.each([
    ['without to', HEADER.replace(/ to='[^']+'/, ''), 'improper-addressing'],
    ['an unknown host', HEADER.replace(DOMAIN, 'elsewhere.example'), 'host-unknown'],
    ['another case', HEADER.replace(DOMAIN, DOMAIN.toUpperCase()), 'host-unknown'],
    ['a from that is no address', HEADER.replace(' to=', " from='@' to="), 'improper-addressing'],
  ])('refuses a header %s', (_name, header, condition) => {
    const client = new ServerHarness().connect().write(header);
    const text = client.text();
    expect(text).toContain('id="tigase-error-tigase"');
    expect(text).toContain(
      `<stream:error><${condition} xmlns="urn:ietf:params:xml:ns:xmpp-streams"/></stream:error></stream:stream>`,
    );
    expect(client.ended).toBe('fin');
  });

  it('answers a second header like the first, with the same id', () => {
    const harness = new ServerHarness();
    const client = harness.connect().write(HEADER);
    const first = client.text();
    expect(client.write(`<?xml version='1.0'?>${HEADER}`).text()).toBe(first);
    expect(client.write(plainAuth('alice', 'pw')).text()).toContain('<success');
    expect(harness.rows.filter(({ kind }) => kind === 'machine.refused')).toEqual([]);
  });

  it('says system-shutdown when the process stops', () => {
    const harness = new ServerHarness();
    const client = harness.available('alice');
    harness.c2s.stop();
    expect(client.text()).toMatch(/^<stream:error><system-shutdown .*<\/stream:stream>$/);
    expect(client.ended).toBe('fin');
  });

  it('answers malformed XML with a stream error', () => {
    const client = new ServerHarness().available('alice');
    client.write('<message><body></message>');
    expect(client.text()).toBe(
      '<stream:error><not-well-formed xmlns="urn:ietf:params:xml:ns:xmpp-streams"/></stream:error></stream:stream>',
    );
    expect(client.ended).toBe('fin');
  });

  it('sends a header before the error when it was still due', () => {
    const client = new ServerHarness().connect().write('<!DOCTYPE x>');
    expect(client.text()).toMatch(/^<stream:stream [^>]*><stream:error><restricted-xml .*<\/stream:stream>$/);
  });

  it('is deaf to malformed XML, as 5.2.3, when the quirk is off', () => {
    const client = new ServerHarness({ quirks: { 'lab-rfc-errors': false } }).available('alice');
    client
      .write('<message><body>&nope;</body></message>')
      .write("<iq type='get' id='p'><ping xmlns='urn:xmpp:ping'/></iq>");
    expect(client.text()).toBe('');
    expect(client.ended).toBe('');
  });

  it('closes after two minutes without a login, by a FIN and a log line', () => {
    const harness = new ServerHarness();
    const client = harness.opened();
    harness.advance(119_000);
    expect(client.ended).toBe('');
    harness.advance(1_000);
    expect(client.ended).toBe('fin');
    expect(client.text()).toBe('');
    expect(harness.logs().join()).toContain(
      'INFO tigase.server.xmppsession.SessionManager Authentication timeout expired, closing connection: c2s@server1/',
    );
    expect(harness.c2s.connected).toBe(0);
  });

  it('keeps a silent TCP connection open', () => {
    const harness = new ServerHarness();
    const client = harness.connect();
    harness.advance(200_000);
    expect(client.ended).toBe('');
  });
});

describe('SASL', () => {
  it('creates the account at the first login and checks the password after that', () => {
    const harness = new ServerHarness();
    expect(harness.opened().write(plainAuth('Alice', 'one')).text()).toBe(`<success xmlns="${SASL}"/>`);
    expect(harness.context.database.users.password(`alice@${DOMAIN}`)).toBe('one');
    const other = harness.opened().write(plainAuth('alice', 'two'));
    expect(other.text()).toBe(`<failure xmlns="${SASL}"><not-authorized/></failure>`);
    expect(other.ended).toBe('');
    expect(other.write(plainAuth('alice', 'one')).text()).toContain('<success');
  });

  it('creates no account when users are strict', () => {
    const harness = new ServerHarness({ strictUsers: true });
    expect(harness.opened().write(plainAuth('alice', 'one')).text()).toContain('<not-authorized/>');
  });

  it.each([
    ['<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="PLAIN">*</auth>', 'malformed-request'],
    ['<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="PLAIN"/>', 'malformed-request'],
    ['<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="EXTERNAL">=</auth>', 'invalid-mechanism'],
    ['<abort xmlns="urn:ietf:params:xml:ns:xmpp-sasl"/>', 'malformed-request'],
    [plainAuth('alice', ''), 'not-authorized'],
  ])('fails on %s', (text, condition) => {
    const client = new ServerHarness().opened().write(text);
    expect(client.text()).toContain(`<failure xmlns="${SASL}"><${condition}/>`);
    expect(client.ended).toBe('');
  });

  it('lets nobody act for another by an authzid', () => {
    const client = new ServerHarness().opened().write(auth('PLAIN', `bob@${DOMAIN}\0alice\0pw`));
    expect(client.text()).toContain('<invalid-authzid/>');
  });

  it('plays SCRAM-SHA-1', () => {
    const harness = new ServerHarness();
    harness.available('alice');
    expect(scram(harness.opened(), 'alice', 'pw-alice')).toContain('<success');
    expect(scram(harness.opened(), 'alice', 'wrong')).toContain('<not-authorized/>');
    expect(scram(harness.opened(), 'nobody', 'pw')).toContain('<not-authorized/>');
  });

  it('tries the user’s own name as the password of a first SCRAM login, unless users are strict', () => {
    const harness = new ServerHarness();
    expect(scram(harness.opened(), 'carol', 'other')).toContain('<not-authorized/>');
    expect(scram(harness.opened(), 'carol', 'carol')).toContain('<success');
    expect(harness.opened().write(auth('PLAIN', '\0carol\0other')).text()).toContain('<not-authorized/>');
    const strict = new ServerHarness({ strictUsers: true });
    expect(scram(strict.opened(), 'carol', 'carol')).toContain('<not-authorized/>');
  });

  it('offers no SCRAM when the quirk is off', () => {
    const client = new ServerHarness({ quirks: { 'lab-scram': false } }).connect().write(HEADER);
    expect(client.text()).not.toContain('SCRAM');
  });

  it('plays ANONYMOUS', () => {
    const harness = new ServerHarness();
    const client = harness.opened().write(auth('ANONYMOUS', '')).write(HEADER);
    expect(client.text()).toContain('<bind xmlns=');
  });
});

describe('binding', () => {
  const BIND =
    "<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>r</resource></bind></iq>";

  it('gives the full address, and the session', () => {
    const client = new ServerHarness().authenticated('alice').write(BIND);
    expect(client.text()).toBe(
      `<iq type="result" id="b" to="alice@${DOMAIN}/r"><bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"><jid>alice@${DOMAIN}/r</jid></bind></iq>`,
    );
    client.write("<iq type='set' id='s'><session xmlns='urn:ietf:params:xml:ns:xmpp-session'/></iq>");
    expect(client.text()).toBe(`<iq type="result" id="s" to="alice@${DOMAIN}/r"/>`);
  });

  it('makes a resource when none is asked for', () => {
    const client = new ServerHarness()
      .authenticated('alice')
      .write("<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
    expect(client.text()).toContain(`<jid>alice@${DOMAIN}/tigase-1</jid>`);
  });

  it('has the two machines follow', () => {
    const harness = new ServerHarness();
    const client = harness.available('alice');
    const stream = `server1/c2s/${client.link}`;
    const session = `server1/sess-man/127.0.1.1_5222_127.0.0.1_${client.remote.port}`;
    expect(harness.states()[stream]).toBe('open.bound');
    expect(harness.states()[session]).toBe('active.available');
    client.write('</stream:stream>');
    expect(client.text()).toBe('</stream:stream>');
    expect(harness.states()[stream]).toBe('closed');
    expect(harness.states()[session]).toBe('closed');
    expect(harness.sessions.sessions.openStreams).toBe(0);
  });

  it('closes the old session with conflict when the resource is bound again', () => {
    const harness = new ServerHarness();
    const old = harness.available('alice');
    const young = harness.bound('alice');
    expect(old.text()).toContain(
      '<stream:error><conflict xmlns="urn:ietf:params:xml:ns:xmpp-streams"/></stream:error></stream:stream>',
    );
    expect(old.ended).toBe('fin');
    expect(young.ended).toBe('');
    expect(harness.sessions.sessions.user(`alice@${DOMAIN}`)?.size).toBe(1);
  });

  it('refuses stanzas before the login and before binding', () => {
    const harness = new ServerHarness();
    const before = harness.opened().write("<message to='bob@xmpp.example'><body>x</body></message>").text();
    expect(before).toContain('<error code="401" type="auth"><not-authorized');
    expect(before).toContain(
      'You must authenticate session first, before you can send any message or presence packet.',
    );
    const unbound = harness.authenticated('alice').write('<presence/>').text();
    expect(unbound).toContain('You must bind the resource first: http://www.xmpp.org/rfcs/rfc3920.html#bind');
    const ping = harness.opened().write("<iq type='get' id='p'><ping xmlns='urn:xmpp:ping'/></iq>").text();
    expect(ping).toBe('<iq type="result" id="p"/>');
  });
});
