import { describe, expect, it } from 'vitest';
import {
  codes,
  errorOf,
  iq,
  join,
  jidOf,
  leaving,
  MucHarness,
  openRoom,
  roomJid,
  SERVICE,
  submit,
  to,
} from './muc-harness.js';

const BOB = jidOf('bob');
const ROOM = roomJid();
const OWNER = 'http://jabber.org/protocol/muc#owner';
const askForm = (user: string): string => iq(user, 'get', `<query xmlns='${OWNER}'/>`);
const owner = (user: string, inner: string): string =>
  iq(user, 'set', `<query xmlns='${OWNER}'>${inner}</query>`);

describe('configuring a room (§8.6, §8.7)', () => {
  it('shows the 13 fields of 2.2, to owners only', () => {
    const muc = openRoom();
    expect(errorOf(muc.send(askForm('bob')))).toBe('403 auth forbidden');
    const form = muc.send(askForm('alice'))[0]?.getChild('query')?.getChild('x');
    const fields = form
      ?.getChildren('field')
      .map((field) => [field.attrs['var'], field.getChildText('value')]);
    expect(fields).toEqual([
      ['muc#roomconfig_roomname', ''],
      ['muc#roomconfig_roomdesc', ''],
      ['muc#roomconfig_persistentroom', '0'],
      ['muc#roomconfig_publicroom', '1'],
      ['muc#roomconfig_moderatedroom', '0'],
      ['muc#roomconfig_membersonly', '0'],
      ['muc#roomconfig_passwordprotectedroom', '0'],
      ['muc#roomconfig_roomsecret', ''],
      ['muc#roomconfig_anonymity', 'semianonymous'],
      ['muc#roomconfig_changesubject', '0'],
      ['muc#roomconfig_enablelogging', '0'],
      ['logging_format', 'html'],
      ['muc#maxhistoryfetch', '50'],
    ]);
  });

  it('tells of each change by its code, all in one message', () => {
    const change = (fields: Record<string, string>): string[] =>
      codes(to(openRoom().send(submit('alice', fields)), BOB).find(({ name }) => name === 'message'));
    expect(change({ 'muc#roomconfig_roomname': 'n' })).toEqual(['104']);
    expect(change({ 'muc#roomconfig_anonymity': 'nonanonymous' })).toEqual(['172']);
    expect(change({ 'muc#roomconfig_anonymity': 'fullanonymous' })).toEqual(['174']);
    expect(change({ 'muc#roomconfig_enablelogging': '1' })).toEqual(['170']);
    expect(change({ 'muc#roomconfig_roomname': 'n', 'muc#roomconfig_enablelogging': 'true' })).toEqual([
      '104',
      '170',
    ]);
    expect(change({ 'muc#roomconfig_maxusers': '3', 'muc#roomconfig_whois': 'x' })).toEqual([]);
    expect(change({ 'muc#roomconfig_publicroom': '1' })).toEqual([]);
  });

  it('refuses strangers, values it cannot read, and a password that is none', () => {
    const muc = openRoom();
    expect(errorOf(muc.send(submit('bob', { 'muc#roomconfig_roomname': 'n' })))).toBe('403 auth forbidden');
    expect(errorOf(muc.send(submit('alice', { 'muc#roomconfig_publicroom': 'maybe' })))).toBe(
      '406 modify not-acceptable',
    );
    const sent = muc.send(submit('alice', { 'muc#roomconfig_passwordprotectedroom': '1' }));
    expect(errorOf(sent)).toBe('406 modify not-acceptable');
    expect(sent[0]?.getChild('error')?.getChildText('text')).toBe('Passwords cannot be empty');
  });

  it('does not answer a cancelled form, and the room stays (M02)', () => {
    const muc = new MucHarness();
    muc.send(join('alice'));
    expect(muc.send(owner('alice', '<x xmlns="jabber:x:data" type="cancel"/>'))).toEqual([]);
    expect(errorOf(muc.send(join('bob')))).toBe('404 cancel item-not-found');
  });

  it('makes no room of a form for one that is not there', () => {
    const muc = new MucHarness();
    expect(errorOf(muc.send(submit('alice')))).toBe('403 auth forbidden');
    expect(codes(muc.send(join('bob'))[0])).toContain('201');
  });

  it('destroys the room', () => {
    const muc = openRoom({}, { 'muc#roomconfig_persistentroom': '1' });
    expect(errorOf(muc.send(owner('bob', '<destroy/>')))).toBe('403 auth forbidden');
    const sent = muc.send(owner('alice', "<destroy jid='other@x'><reason>r</reason></destroy>"));
    const seen = to(sent, BOB)[0];
    expect(seen?.attrs['type']).toBe('unavailable');
    expect(seen?.getChild('x')?.getChild('destroy')?.attrs['jid']).toBe('other@x');
    expect(muc.repository.get(ROOM)).toBeUndefined();
    expect(muc.states(`muc1/muc/room/${ROOM}`).at(-1)).toBe('destroyed');
    expect(codes(muc.send(join('bob'))[0])).toContain('201');
  });
});

describe('persistent rooms (§8.2, §8.8)', () => {
  const stored = () => openRoom({}, { 'muc#roomconfig_persistentroom': '1', 'muc#roomconfig_roomname': 'N' });

  it('outlive their occupants and their process, unlocked', () => {
    const muc = stored();
    muc.send(
      `<message type='groupchat' from='${jidOf('alice')}' to='${ROOM}'><subject>s</subject><body>b</body></message>`,
    );
    muc.send(leaving('alice'));
    muc.send(leaving('bob'));
    const next = new MucHarness({ repository: muc.repository });
    const sent = next.send(join('bob'));
    expect(codes(sent[0])).toEqual(['110']);
    expect(
      sent.slice(1).map((stanza) => stanza.getChildText('body') ?? stanza.getChildText('subject')),
    ).toEqual(['b', 's']);
    expect(next.states(`muc1/muc/room/${ROOM}`)).toEqual(['active.persistent']);
    expect(
      to(next.send(join('alice')), jidOf('alice'))
        .at(-3)
        ?.getChild('x')
        ?.getChild('item')?.attrs['affiliation'],
    ).toBe('owner');
  });

  it('lose their rows when they become temporary', () => {
    const muc = stored();
    expect(muc.repository.get(ROOM)?.config['muc#roomconfig_roomname']).toBe('N');
    muc.send(submit('alice', { 'muc#roomconfig_persistentroom': '0' }));
    expect(muc.repository.get(ROOM)).toBeUndefined();
  });
});

describe('what the service tells', () => {
  const ITEMS = '<query xmlns="http://jabber.org/protocol/disco#items"/>';
  const INFO = 'http://jabber.org/protocol/disco#info';

  it('lists public rooms, with an empty name in 5.2', () => {
    const items = (muc: MucHarness) =>
      muc
        .send(iq('bob', 'get', ITEMS, SERVICE))[0]
        ?.getChild('query')
        ?.getChildren('item');
    expect(items(openRoom())?.map((item) => item.attrs)).toEqual([{ jid: ROOM, name: '' }]);
    expect(items(openRoom({ profile: '7.1' }))?.map((item) => item.attrs)).toEqual([
      { jid: ROOM, name: 'room1' },
    ]);
    expect(items(openRoom({}, { 'muc#roomconfig_publicroom': '0' }))).toEqual([]);
  });

  it('lists occupants to occupants', () => {
    const muc = openRoom();
    expect(
      muc
        .send(iq('bob', 'get', ITEMS))[0]
        ?.getChild('query')
        ?.getChildren('item'),
    ).toHaveLength(2);
    expect(errorOf(muc.send(iq('carol', 'get', ITEMS)))).toBe('403 auth forbidden');
  });

  it('tells what kind of room it is', () => {
    const muc = openRoom({}, { 'muc#roomconfig_membersonly': '1' });
    const features = muc
      .send(iq('bob', 'get', `<query xmlns='${INFO}'/>`))[0]
      ?.getChild('query')
      ?.getChildren('feature');
    expect(features?.map((feature) => String(feature.attrs['var']))).toContain('muc_membersonly');
    expect(errorOf(muc.send(iq('bob', 'get', `<query xmlns='${INFO}' node='x'/>`)))).toBe(
      '400 modify bad-request',
    );
  });

  it('answers pings and version for every address, and 501 for the rest', () => {
    const muc = openRoom();
    expect(
      muc.send(iq('carol', 'get', '<ping xmlns="urn:xmpp:ping"/>', `${ROOM}/nobody`))[0]?.attrs['type'],
    ).toBe('result');
    const version = muc
      .send(iq('carol', 'get', '<query xmlns="jabber:iq:version"/>', SERVICE))[0]
      ?.getChild('query');
    expect(version?.getChildText('version')).toBe('2.2.1');
    expect(errorOf(muc.send(iq('bob', 'get', '<vCard xmlns="vcard-temp"/>', `${ROOM}/alice`)))).toBe(
      '501 cancel feature-not-implemented',
    );
    const unique = muc.send(
      iq('bob', 'get', '<unique xmlns="http://jabber.org/protocol/muc#unique"/>', SERVICE),
    );
    expect(unique[0]?.getChildText('unique')).not.toBe('');
  });

  it('tells everyone when it stops', () => {
    const sent = openRoom().stop();
    expect(codes(to(sent, BOB).at(-1))).toEqual(['110', '307']);
  });
});
