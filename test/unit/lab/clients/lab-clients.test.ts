import { describe, expect, it } from 'vitest';
import { traceEvent } from '#core/shared/trace/trace-event.js';
import { fakeLab, type FakeLab } from './fake-lab.js';
import { HEADER, obliging, SASL, scramServer } from './fake-server.js';

async function online(lab: FakeLab): Promise<void> {
  lab.clients.add({ name: 'alice', node: 'server1', jid: 'alice@example.org/phone' });
  await lab.settle();
  expect(stateOf(lab)).toBe('online');
}

function stateOf(lab: FakeLab): string | undefined {
  return lab.clients.get('alice')?.view().state;
}

describe('a built-in client', () => {
  it('goes online by PLAIN, bind, session and presence', async () => {
    const lab = fakeLab(obliging());
    const client = lab.clients.add({
      name: 'alice',
      node: 'server1',
      jid: 'Alice@example.org/phone',
      password: 'pw',
    });
    expect(client.view().state).toBe('dialling');
    await lab.settle();
    expect(client.view()).toMatchObject({
      name: 'alice',
      node: 'server1',
      jid: 'alice@example.org/phone',
      state: 'online',
      link: 'client:alice>server1:5222#1',
    });
    expect(lab.heard.map((frame) => /^<[\w:]+/.exec(frame)?.[0])).toEqual([
      '<stream:stream',
      '<auth',
      '<stream:stream',
      '<iq',
      '<iq',
      '<presence',
    ]);
    const plain = Buffer.from('\0alice\0pw').toString('base64');
    expect(lab.heard[1]).toBe(`<auth xmlns="${SASL}" mechanism="PLAIN">${plain}</auth>`);
    expect(lab.heard[0]).toContain('to="example.org"');
  });

  it('keeps what it receives with the seq of its delivery, but not the answers to its own log-in', async () => {
    const lab = fakeLab(obliging());
    await online(lab);
    const [connection] = lab.connections;
    connection?.send("<message from='bob@example.org'><body>1</body></message>");
    connection?.send("<iq type='get' id='bind' from='bob@example.org/x'/>");
    await lab.settle();
    const items = lab.clients.get('alice')?.inbox() ?? [];
    expect(items.map((item) => item.text)).toEqual([
      '<message from="bob@example.org"><body>1</body></message>',
      '<iq type="get" id="bind" from="bob@example.org/x"/>',
    ]);
    const [first] = items;
    const [row] = lab.trace.range(first?.seq ?? 0, first?.seq ?? 0);
    expect(row && traceEvent(row)).toMatchObject({
      kind: 'frame.delivered',
      node: 'client:alice',
      time: first?.time,
    });
    expect(lab.clients.get('alice')?.inbox(first?.seq)).toHaveLength(1);
  });

  it('sends stanzas while it is online only', async () => {
    const lab = fakeLab(obliging());
    const client = lab.clients.add({ name: 'alice', node: 'server1', presence: false });
    expect(client.send('<message/>')).toBe(false);
    await lab.settle();
    expect(lab.heard).not.toContain('<presence/>');
    expect(client.send('')).toBe(false);
    expect(client.send('<message/>')).toBe(true);
    await lab.settle();
    expect(lab.heard.at(-1)).toBe('<message/>');
  });

  it('proves itself by SCRAM-SHA-1 and lets the server do so', async () => {
    const lab = fakeLab(obliging(scramServer('pässwörd')));
    lab.clients.add({ name: 'alice', node: 'server1', password: 'pässwörd', mechanism: 'SCRAM-SHA-1' });
    await lab.settle();
    expect(stateOf(lab)).toBe('online');
  });

  it('is refused by SCRAM-SHA-1 with another password', async () => {
    const lab = fakeLab(obliging(scramServer('right')));
    lab.clients.add({ name: 'alice', node: 'server1', password: 'wrong', mechanism: 'SCRAM-SHA-1' });
    await lab.settle();
    expect(stateOf(lab)).toBe('authFailed');
    expect(lab.network.allLinks()).toEqual([]);
  });

  it('does not believe a SCRAM server that cannot prove itself', async () => {
    const lab = fakeLab(obliging());
    lab.clients.add({ name: 'alice', node: 'server1', mechanism: 'SCRAM-SHA-1' });
    await lab.settle();
    expect(stateOf(lab)).toBe('authFailed');
    expect(lab.heard.at(-2)).toBe(`<abort xmlns="${SASL}"/>`);
  });

  it('takes the password that lab.yaml gives the account', async () => {
    const lab = fakeLab(obliging());
    lab.clients.add({ name: 'known', node: 'server1' });
    await lab.settle();
    expect(lab.heard[1]).toContain(Buffer.from('\0known\0from-yaml').toString('base64'));
  });
});

describe('how a session ends', () => {
  const error = (condition: string): string =>
    `<stream:error><${condition} xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>`;

  it.each([
    ['conflict', 'conflict'],
    ['system-shutdown', 'streamError'],
  ])('by the stream error %s: %s', async (condition, state) => {
    const lab = fakeLab(obliging());
    await online(lab);
    lab.connections[0]?.send(error(condition));
    lab.connections[0]?.close();
    await lab.settle();
    expect(stateOf(lab)).toBe(state);
    expect(lab.clients.get('alice')?.inbox().at(-1)?.text).toContain(condition);
    expect(lab.network.allLinks()).toEqual([]);
  });

  it('by a FIN or RST of the server: connectionLost', async () => {
    for (const how of ['close', 'reset'] as const) {
      const lab = fakeLab(obliging());
      await online(lab);
      lab.connections[0]?.[how]();
      await lab.settle();
      expect(stateOf(lab)).toBe('connectionLost');
      expect(lab.network.allLinks()).toEqual([]);
    }
  });

  it('by something that is no XML: streamError', async () => {
    const lab = fakeLab(obliging());
    await online(lab);
    lab.connections[0]?.send('</nonsense>');
    await lab.settle();
    expect(stateOf(lab)).toBe('streamError');
  });

  it('by a failure of SASL: authFailed', async () => {
    const failure = `<failure xmlns='${SASL}'><not-authorized/></failure>`;
    const lab = fakeLab(obliging((frame) => (frame.startsWith('<auth') ? [failure] : [])));
    lab.clients.add({ name: 'alice', node: 'server1' });
    await lab.settle();
    expect(stateOf(lab)).toBe('authFailed');
  });

  it('when the server has no mechanism in common: authFailed', async () => {
    const lab = fakeLab(() => [HEADER, '<stream:features/>']);
    lab.clients.add({ name: 'alice', node: 'server1' });
    await lab.settle();
    expect(stateOf(lab)).toBe('authFailed');
  });

  it('when nobody listens: refused', async () => {
    const lab = fakeLab(obliging());
    await lab.settle();
    for (const listener of lab.network.listenersOf('server1')) lab.network.closeListener(listener);
    lab.clients.add({ name: 'alice', node: 'server1' });
    await lab.settle();
    expect(stateOf(lab)).toBe('refused');
  });

  it('by </stream:stream> from the server: offline, answered in kind', async () => {
    const lab = fakeLab(obliging());
    await online(lab);
    lab.connections[0]?.send('</stream:stream>');
    await lab.settle();
    expect(stateOf(lab)).toBe('offline');
    expect(lab.heard.at(-1)).toBe('</stream:stream>');
  });
});

describe('removing a client', () => {
  it.each(['logout', 'fin', 'reset'] as const)('%s: no link stays, and the name is free', async (how) => {
    const lab = fakeLab(obliging());
    await online(lab);
    expect(lab.clients.remove('alice', how)).toBe(true);
    expect(lab.clients.remove('alice', how)).toBe(false);
    expect(lab.clients.list()).toEqual([]);
    await lab.settle();
    expect(lab.network.allLinks()).toEqual([]);
    expect(lab.heard.includes('</stream:stream>')).toBe(how === 'logout');
    lab.clients.add({ name: 'bob', node: 'server1' });
    expect(lab.network.interfaces.nodeAt('127.0.1.201')).toBeUndefined();
  });

  it('before it was connected leaves nothing behind', async () => {
    const lab = fakeLab(obliging());
    lab.clients.add({ name: 'alice', node: 'server1' });
    lab.clients.remove('alice', 'logout');
    await lab.settle();
    expect(lab.network.allLinks()).toEqual([]);
    expect(lab.heard).toEqual([]);
  });

  it('and adding it again at once keeps the interface of the new one', async () => {
    const lab = fakeLab(obliging());
    await online(lab);
    lab.clients.remove('alice', 'fin');
    lab.clients.add({ name: 'alice', node: 'server1' });
    await lab.settle();
    lab.clients.add({ name: 'bob', node: 'server1' });
    expect(lab.network.interfaces.nodeAt('127.0.1.202')).toBe('client:alice');
  });
});

describe('logging in again', () => {
  it('is as it was added, on a connection of its own', async () => {
    const lab = fakeLab(obliging());
    lab.clients.add({ name: 'alice', node: 'server1', jid: 'alice@example.org/phone', password: 'own' });
    await lab.settle();
    lab.connections[0]?.send('<stream:error><shutdown/></stream:error>');
    await lab.settle();
    expect(stateOf(lab)).toBe('streamError');
    const heard = lab.heard.length;
    expect(lab.clients.again('alice').view().link).toBe('client:alice>server1:5222#2');
    await lab.settle();
    expect(lab.clients.list().map((client) => client.view())).toMatchObject([
      { jid: 'alice@example.org/phone', state: 'online' },
    ]);
    const plain = Buffer.from('\0alice\0own').toString('base64');
    expect(lab.heard.slice(heard).some((frame) => frame.includes(plain))).toBe(true);
  });

  it('ends what there is of the old session, and keeps its place among the others', async () => {
    const lab = fakeLab(obliging());
    await online(lab);
    lab.clients.add({ name: 'bob', node: 'server1' });
    await lab.settle();
    lab.clients.again('alice');
    await lab.settle();
    expect(lab.clients.list().map((client) => client.view().name)).toEqual(['alice', 'bob']);
    expect(lab.heard).toContain('</stream:stream>');
    expect(stateOf(lab)).toBe('online');
  });

  it('refuses who is not there', () => {
    expect(() => fakeLab(obliging()).clients.again('alice')).toThrow(
      expect.objectContaining({ code: 'unknown-client' }),
    );
  });
});

describe('adding a client', () => {
  it('refuses a name twice, an unknown node and what is no JID of an account', () => {
    const lab = fakeLab(obliging());
    lab.clients.add({ name: 'alice', node: 'server1' });
    expect(() => lab.clients.add({ name: 'alice', node: 'server1' })).toThrow('client-exists');
    expect(() => lab.clients.add({ name: 'bob', node: 'server9' })).toThrow('unknown-node');
    expect(() => lab.clients.add({ name: 'bob', node: 'server1', jid: 'example.org' })).toThrow('bad-jid');
    expect(() => lab.clients.add({ name: 'b b', node: 'server1' })).toThrow('bad-jid');
    expect(lab.clients.list()).toHaveLength(1);
  });

  it('gives the same trace for the same seed', async () => {
    const hash = async (): Promise<string> => {
      const lab = fakeLab(obliging(scramServer('alice')), 7);
      lab.clients.add({ name: 'alice', node: 'server1', mechanism: 'SCRAM-SHA-1' });
      await lab.settle();
      expect(stateOf(lab)).toBe('online');
      return JSON.stringify(lab.trace.range(1, lab.trace.length));
    };
    expect(await hash()).toBe(await hash());
  });
});
