import { afterEach, describe, expect, it } from 'vitest';
import { Packet } from '#core/component/packet.js';
import { ComponentProtocol } from '#core/server/ext/component-protocol.js';
import { handshakeDigest } from '#core/server/handshake.js';
import { parseElement } from '#core/xml/stanza-parser.js';
import { LinkRig, type RigProcess } from '#test/support/link-rig.js';

const SERVER = (host: string, secret = 'yangguo'): string => `
config-type = --gen-config-def
--virt-hosts = example.org
--comp-name-1 = ext
--comp-class-1 = tigase.server.ext.ComponentProtocol
--external = muc.example.org:${secret}:listen:5270:${host}:accept:ReceiverBareJidLB
`;
const MUC = (servers: string): string => `
config-type = --gen-config-comp
--virt-hosts = example.org
--debug = server
--external = muc.example.org:yangguo:connect:5270:example.org;${servers}:accept
`;

let rig: LinkRig;
afterEach(async () => {
  expect(rig.net.bugs).toEqual([]);
  await rig.net.close();
});

function ext(process: RigProcess | undefined): ComponentProtocol {
  const component = process?.component;
  if (!(component instanceof ComponentProtocol)) throw new Error('no ext');
  return component;
}

function stanza(process: RigProcess, text: string): void {
  const parsed = parseElement(text);
  if (!parsed.ok) throw new Error(parsed.error.ruleDetail);
  rig.net.kernel.enter(0, 'test', () =>
    process.component.addPacket(new Packet(process.context, parsed.element)),
  );
}

const logs = (): string[] => rig.net.events('node.log').map(({ data }) => `${data.level} ${data.text}`);

describe('component links', () => {
  it('matches the digest that was computed by hand', async () => {
    rig = await LinkRig.open();
    expect(handshakeDigest('11111111-2222-3333-4444-555555555555', 'yangguo')).toBe(
      '0dd252083a7ed7be6dd88b7947e9f0fe973f28c3',
    );
  });

  it('come up two seconds after the start, with the shapes of the capture, and carry stanzas bare', async () => {
    rig = await LinkRig.open();
    const [muc, server] = rig.start(
      { m: MUC('s'), s: SERVER('s') },
      (context) => new ComponentProtocol(context, 'ext'),
    );
    await rig.net.run(5000);
    expect(ext(server).pool.get('muc.example.org')).toHaveLength(1);
    expect(ext(muc).pool.get('example.org')).toHaveLength(1);
    const [header, answer, handshake, accepted] = rig.net
      .events('frame.sent')
      .map(({ data }) => String(data.text));
    expect(header).toBe(
      '<stream:stream xmlns="jabber:component:accept" xmlns:stream="http://etherx.jabber.org/streams" to="muc.example.org">',
    );
    expect(answer).toMatch(/ from="muc.example.org" id="[0-9a-f-]{36}">$/);
    expect(handshake).toMatch(/^<handshake>[0-9a-f]{40}<\/handshake>$/);
    expect(accepted).toBe('<handshake/>');
    expect(Math.round(rig.net.events('link.dialled')[0]?.time ?? 0)).toBe(2000);
    if (!server || !muc) throw new Error('no processes');
    stanza(
      server,
      '<message xmlns="jabber:client" from="a@example.org/r" to="room@muc.example.org"><body>x</body></message>',
    );
    await rig.net.run(100);
    expect(rig.net.events('frame.sent').at(-1)?.data.text).toBe(
      '<message from="a@example.org/r" to="room@muc.example.org"><body>x</body></message>',
    );
    expect(muc.routed).toHaveLength(1);
    stanza(muc, '<message from="room@muc.example.org" to="a@example.org/r"/>');
    await rig.net.run(100);
    expect(server.routed.map((packet) => packet.to?.full)).toEqual(['a@example.org/r']);
  });

  it('answers go back to the server that was heard, whatever domain its connection was dialled for', async () => {
    rig = await LinkRig.open();
    const other = (text: string): string => text.replaceAll('example.org', 'other.org');
    const items = 'muc.example.org:yangguo:connect:5270:example.org;s:accept';
    const muc = MUC('s').replace(items, `${items},${other(items).replace(';s:', ';t:')}`);
    const [m, , t] = rig.start(
      { m: muc, s: SERVER('s'), t: other(SERVER('t')) },
      (context) => new ComponentProtocol(context, 'ext'),
    );
    await rig.net.run(5000);
    if (!m || !t) throw new Error('no processes');
    stanza(t, '<message xmlns="jabber:client" from="a@other.org/r" to="room@muc.other.org"/>');
    await rig.net.run(100);
    stanza(m, '<message from="room@muc.other.org" to="a@other.org/r"/>');
    await rig.net.run(100);
    expect(t.routed.map((packet) => packet.to?.full)).toEqual(['a@other.org/r']);
  });

  it('a wrong secret is answered by a FIN alone; with fin-unnoticed the MUC comes back after 17 s, else after 2', async () => {
    for (const [quirk, period] of [
      [true, 17_000],
      [false, 2000],
    ] as const) {
      rig = await LinkRig.open({ 'fin-unnoticed': quirk });
      rig.start({ m: MUC('s'), s: SERVER('s', 'other') }, (context) => new ComponentProtocol(context, 'ext'));
      await rig.net.run(60_000);
      // The very first dial may come before the port is open; what counts is from one refusal to the next try.
      const times = rig.net.events('link.opened').map(({ time }) => time);
      const gaps = times.slice(1).map((time, index) => Math.round((time - (times[index] ?? 0)) / 100) * 100);
      expect(new Set(gaps)).toEqual(new Set([period]));
      expect(logs()).toContain("INFO Handshaking passwords don't match, disconnecting...");
      expect(rig.net.events('frame.sent').some(({ data }) => String(data.text).includes('error'))).toBe(
        false,
      );
      if (quirk) await rig.net.close();
    }
  });

  it('an unknown domain gets a header without id and host-unknown', async () => {
    rig = await LinkRig.open();
    const other = SERVER('s').replace('muc.example.org', 'conference.example.org');
    rig.start({ m: MUC('s'), s: other }, (context) => new ComponentProtocol(context, 'ext'));
    await rig.net.run(5000);
    const texts = rig.net.events('frame.sent').map(({ data }) => String(data.text));
    expect(texts[1]).toContain('from="muc.example.org">');
    expect(texts[2]).toBe(
      '<stream:error><host-unknown xmlns="urn:ietf:params:xml:ns:xmpp-streams"/></stream:error>',
    );
  });

  it('a reset is dialled again after two seconds; the balancer’s list is sorted by address', async () => {
    rig = await LinkRig.open({ 'fin-unnoticed': true });
    const [, , server] = rig.start(
      { m1: MUC('s'), m2: MUC('s'), s: SERVER('s') },
      (context) => new ComponentProtocol(context, 'ext'),
    );
    await rig.net.run(5000);
    const pool = (): string[] =>
      ext(server)
        .domains(new Set(['muc.example.org']))
        .flatMap(({ slots }) => slots.map(({ remoteAddress }) => remoteAddress));
    expect(pool()).toEqual(['127.0.1.1', '127.0.1.2']);
    const first = rig.net.network.allLinks().find((link) => link.a.node === 'm1');
    first?.cut('test');
    expect(pool()).toEqual(['127.0.1.2']);
    await rig.net.run(1900);
    expect(pool()).toEqual(['127.0.1.2']);
    await rig.net.run(200);
    expect(pool()).toEqual(['127.0.1.1', '127.0.1.2']);
  });

  it('with fin-unnoticed a FIN leaves the slot in the list, and the first living entry takes its stanzas', async () => {
    rig = await LinkRig.open({ 'fin-unnoticed': true });
    const [, m2, server] = rig.start(
      { m1: MUC('s'), m2: MUC('s'), s: SERVER('s') },
      (context) => new ComponentProtocol(context, 'ext'),
    );
    await rig.net.run(5000);
    const dials = rig.net.events('link.dialled').length;
    rig.net.network
      .allLinks()
      .find((link) => link.a.node === 'm1')
      ?.finishBoth();
    await rig.net.run(60_000);
    expect(
      ext(server)
        .pool.get('muc.example.org')
        .map(({ connected }) => connected),
    ).toEqual([false, true]);
    expect(rig.net.events('link.dialled')).toHaveLength(dials);
    if (!server) throw new Error('no server');
    for (const room of ['room1', 'room2', 'test'])
      stanza(server, `<message from="a@example.org/r" to="${room}@muc.example.org"/>`);
    await rig.net.run(100);
    expect(m2?.routed).toHaveLength(3);
  });

  it('what is not well-formed makes 5.2.3 deaf, and it goes on sending; 7.1 says so with the next data', async () => {
    for (const profile of ['5.2', '7.1'] as const) {
      rig = await LinkRig.open({ 'component-malformed-ignored': profile === '5.2' }, profile);
      const [muc, server] = rig.start(
        { m: MUC('s'), s: SERVER('s') },
        (context) => new ComponentProtocol(context, 'ext'),
      );
      await rig.net.run(5000);
      const [link] = rig.net.network.allLinks();
      rig.net.kernel.enter(0, 'test', () => link?.ab.send('<message to="a@example.org"><body></message>'));
      await rig.net.run(100);
      expect(ext(server).pool.get('muc.example.org')).toHaveLength(1);
      if (!server || !muc) throw new Error('no processes');
      stanza(server, '<message from="a@example.org/r" to="room@muc.example.org"/>');
      await rig.net.run(100);
      expect(muc.routed).toHaveLength(1);
      rig.net.kernel.enter(0, 'test', () => link?.ab.send('<message to="a@example.org"/>'));
      await rig.net.run(100);
      expect(server.routed).toEqual([]);
      const errors = rig.net
        .events('frame.sent')
        .map(({ data }) => String(data.text))
        .filter((text) => text.includes('error'));
      const notWellFormed =
        '<stream:error><not-well-formed xmlns="urn:ietf:params:xml:ns:xmpp-streams"/></stream:error>';
      expect(errors).toEqual(profile === '5.2' ? [] : [notWellFormed]);
      expect(ext(server).pool.get('muc.example.org')).toHaveLength(profile === '5.2' ? 1 : 0);
      if (profile === '5.2') await rig.net.close();
    }
  });

  it('the end of a stream is answered; the connection stays open and in the balancer’s list', async () => {
    rig = await LinkRig.open();
    const [muc, server] = rig.start(
      { m: MUC('s'), s: SERVER('s') },
      (context) => new ComponentProtocol(context, 'ext'),
    );
    await rig.net.run(5000);
    const [link] = rig.net.network.allLinks();
    rig.net.kernel.enter(0, 'test', () => link?.ab.send('</stream:stream>'));
    await rig.net.run(60_000);
    expect(rig.net.events('frame.sent').at(-1)?.data.text).toBe('</stream:stream>');
    expect(link?.open).toBe(true);
    expect(ext(server).domains(new Set(['muc.example.org']))[0]?.slots).toMatchObject([
      { peer: 'm', connected: true },
    ]);
    if (!server || !muc) throw new Error('no processes');
    stanza(server, '<message from="a@example.org/r" to="room@muc.example.org"/>');
    await rig.net.run(100);
    expect(rig.net.events('frame.sent').at(-1)?.data.text).toContain('room@muc.example.org');
  });
});
