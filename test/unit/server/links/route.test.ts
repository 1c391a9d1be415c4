import { describe, expect, it } from 'vitest';
import { Packet } from '#core/component/packet.js';
import { packRoute, unpackRoute } from '#core/server/ext-comp/route.js';
import { StreamCommand, type CommandParts } from '#core/server/stream-command.js';
import { element } from '#core/xml/element.js';
import { serialize } from '#core/xml/serialize.js';
import { parseElement } from '#core/xml/stanza-parser.js';

const CONNECTION = 'c2s@cm/127.0.1.1_5222_127.0.1.9_40001';
const SESSIONS = 'sess-man@sm';
const AT_SM = { own: 'sm', peer: 'cm' };
const AT_CM = { own: 'cm', peer: 'sm' };

let number = 0;
const context = { nextPacket: () => (number += 1) };

function crossed(packet: Packet, hosts = AT_SM) {
  return read(serialize(packRoute(packet)), hosts);
}

function read(text: string, hosts = AT_SM) {
  const parsed = parseElement(text);
  if (!parsed.ok) throw new Error(text);
  return unpackRoute(context, parsed.element, hosts);
}

const UP: CommandParts[] = [
  {
    command: 'STREAM_OPENED',
    type: 'set',
    from: CONNECTION,
    to: SESSIONS,
    fields: { 'session-id': 'x', hostname: 'a&b', 'xml:lang': 'en' },
  },
  { command: 'GETFEATURES', type: 'get', from: CONNECTION, to: SESSIONS },
  { command: 'STREAM_CLOSED', type: 'set', from: CONNECTION, to: SESSIONS },
  { command: 'STREAM_CLOSED_UPDATE', type: 'set', from: CONNECTION, to: SESSIONS },
];
const DOWN: CommandParts[] = [
  {
    command: 'GETFEATURES',
    type: 'result',
    from: SESSIONS,
    to: CONNECTION,
    payload: [element('mechanisms', { xmlns: 'm' }, element('mechanism', {}, 'PLAIN')), element('bind')],
  },
  { command: 'USER_LOGIN', type: 'set', from: SESSIONS, to: CONNECTION, fields: { 'user-jid': 'a@b/c' } },
  { command: 'CLOSE', type: 'set', from: SESSIONS, to: CONNECTION, payload: [element('conflict')] },
  { command: 'STREAM_CLOSED', type: 'result', id: 'c2s--7', from: SESSIONS, to: CONNECTION },
];

describe('a command', () => {
  it.each(UP)('$command $type crosses from c2s to sess-man', (parts) => {
    const sent = new StreamCommand(context, parts);
    const got = crossed(sent) as StreamCommand;
    expect(got).toBeInstanceOf(StreamCommand);
    expect([got.command, got.type, got.packetFrom, got.packetTo, got.id]).toEqual([
      parts.command,
      parts.type,
      parts.from,
      parts.to,
      sent.id,
    ]);
    expect(got.fields).toEqual(parts.fields ?? {});
    expect(got.priority).toBe(sent.priority);
  });

  it.each(DOWN)('$command $type crosses from sess-man to c2s', (parts) => {
    const got = crossed(new StreamCommand(context, parts), AT_CM) as StreamCommand;
    expect(got).toBeInstanceOf(StreamCommand);
    expect(got.payload.map(serialize)).toEqual((parts.payload ?? []).map(serialize));
    expect(got.fields).toEqual(parts.fields ?? {});
  });

  it('is written as Tigase writes it', () => {
    const command = new StreamCommand(context, { ...UP[3]!, id: 'c2s--1' });
    expect(serialize(packRoute(command))).toBe(
      `<route to="${SESSIONS}" from="${CONNECTION}" pr="SYSTEM" perm="TRUSTED"><iq type="set" from="${CONNECTION}" to="${SESSIONS}" id="c2s--1">` +
        '<command xmlns="http://jabber.org/protocol/commands" node="STREAM_CLOSED_UPDATE"/></iq></route>',
    );
  });

  it('is none when a client has written it, whatever it looks like', () => {
    const { element: written } = new StreamCommand(context, UP[2]!);
    const got = crossed(new Packet(context, written, CONNECTION, SESSIONS));
    expect(got).toBeInstanceOf(Packet);
    expect(got).not.toBeInstanceOf(StreamCommand);
  });

  it('is none inside of a route that a client has written', () => {
    const forged = packRoute(new StreamCommand(context, UP[2]!));
    const got = crossed(new Packet(context, forged, CONNECTION, SESSIONS)) as Packet;
    expect(got).not.toBeInstanceOf(StreamCommand);
    expect([got.name, got.packetFrom]).toEqual(['route', CONNECTION]);
  });

  it.each([
    ['of a third host', { from: CONNECTION.replace('@cm', '@cm2') }],
    ['for a third host', { to: 'sess-man@sm2' }],
    ['of no connection', { from: 'c2s@cm' }],
    ['of the receiver itself', { from: CONNECTION.replace('@cm', '@sm') }],
    ['of another kind', { type: 'result' as const }],
    ['that only a session manager gives', { command: 'CLOSE' as const }],
    ['for another component', { to: 'c2s@sm/x' }],
  ])('%s is refused', (_, wrong) => {
    expect(crossed(new StreamCommand(context, { ...UP[2]!, ...wrong }))).toBe('forged command');
  });

  it.each([
    `<route to="${SESSIONS}" from="${CONNECTION}" perm="TRUSTED"/>`,
    `<route to="${SESSIONS}" from="${CONNECTION}" perm="TRUSTED"><message/></route>`,
    `<route to="${SESSIONS}" from="${CONNECTION}" perm="TRUSTED"><iq type="set" from="${CONNECTION}" to="${SESSIONS}"><command xmlns="http://jabber.org/protocol/commands" node="DELETE_EVERYTHING"/></iq></route>`,
    `<route to="${SESSIONS}" from="${CONNECTION}x" perm="TRUSTED"><iq type="set" from="${CONNECTION}" to="${SESSIONS}"><command xmlns="http://jabber.org/protocol/commands" node="STREAM_CLOSED"/></iq></route>`,
    '<route/>',
    'x',
  ])('%s is none', (text) => {
    const got = text === 'x' ? 'empty route' : read(text);
    expect(['empty route', 'forged command']).toContain(got);
  });
});

describe('a stanza', () => {
  it('keeps its internal addresses', () => {
    const stanza = element('message', { to: 'bob@example.org' }, element('body', {}, '<&>'));
    const got = crossed(new Packet(context, stanza, CONNECTION, SESSIONS)) as Packet;
    expect([got.packetFrom, got.packetTo, serialize(got.element)]).toEqual([
      CONNECTION,
      SESSIONS,
      serialize(stanza),
    ]);
  });

  it('without internal addresses gets none', () => {
    const stanza = element('message', { from: 'a@example.org', to: 'x@elsewhere' });
    const got = crossed(new Packet(context, stanza)) as Packet;
    expect([got.packetFrom, got.packetTo]).toEqual([undefined, undefined]);
  });

  it('is its connection’s, though the client has guessed the id and written it into `from`', () => {
    const stanza = element('message', { from: CONNECTION, to: 'bob@example.org' });
    const got = crossed(new Packet(context, stanza, CONNECTION, SESSIONS)) as Packet;
    expect(got.packetFrom).toBe(CONNECTION);
  });

  it('in the name of a third process is refused', () => {
    const stanza = element('message', { to: 'bob@example.org' });
    expect(crossed(new Packet(context, stanza, 'c2s@cm2/socket', SESSIONS))).toBe('foreign sender');
  });
});
