import { describe, expect, it } from 'vitest';
import {
  codes,
  errorOf,
  groupchat,
  iq,
  join,
  jidOf,
  leaving,
  MucHarness,
  openRoom,
  roomJid,
  shapes,
  expected,
  submit,
  to,
} from './muc-harness.js';

const ALICE = jidOf('alice');
const BOB = jidOf('bob');
const ROOM = roomJid();
const available = (user: string, nick = user, inner = ''): string =>
  `<presence from='${jidOf(user)}' to='${ROOM}/${nick}'>${inner}</presence>`;

describe('entering a room (§8.3)', () => {
  it('is refused while the room is locked', () => {
    const muc = new MucHarness();
    muc.send(join('alice'));
    const sent = muc.send(join('bob'));
    expect(shapes(sent)).toEqual(
      expected(
        `<presence from='${ROOM}/bob' to='${BOB}' type='error'><x xmlns='http://jabber.org/protocol/muc'/><error code='404' type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>`,
      ),
    );
    expect(muc.states(`muc1/muc/room/${ROOM}/occupant/${BOB}`)).toEqual(['refused']);
  });

  it('needs no unlocking when the file says so', () => {
    const muc = new MucHarness({ settings: { 'muc/muc-lock-new-room': 'false' } });
    expect(muc.send(join('alice'))).toHaveLength(2);
    expect(errorOf(muc.send(join('bob')))).toBe('');
  });

  it('asks everyone for the password, the owner too (M03)', () => {
    const secret = { 'muc#roomconfig_passwordprotectedroom': '1', 'muc#roomconfig_roomsecret': 's3' };
    const muc = openRoom({}, secret);
    expect(errorOf(muc.send(join('carol', { inside: '<password>no</password>' })))).toBe(
      '401 auth not-authorized',
    );
    expect(errorOf(muc.send(join('carol', { inside: '<password>s3</password>' })))).toBe('');
    muc.send(leaving('alice'));
    expect(errorOf(muc.send(join('alice')))).toBe('401 auth not-authorized');
  });

  it('keeps strangers out of a members-only room, and those who are inside go (XEP-0045 10.2.1)', () => {
    const muc = openRoom();
    const sent = muc.send(submit('alice', { 'muc#roomconfig_membersonly': '1' }));
    const gone = to(sent, BOB).find((stanza) => stanza.name === 'presence');
    expect(codes(gone)).toEqual(['110', '322']);
    expect(errorOf(muc.send(join('bob')))).toBe('407 auth registration-required');
  });

  it('is refused under the nick of another user, letter by letter', () => {
    const muc = openRoom();
    expect(errorOf(muc.send(join('carol', { nick: 'bob' })))).toBe('409 cancel conflict');
    expect(errorOf(muc.send(join('carol', { nick: 'BOB' })))).toBe('');
  });

  it('does not know how to change a nick (M06)', () => {
    const sent = openRoom().send(available('bob', 'robert'));
    expect(errorOf(sent)).toBe('501 cancel feature-not-implemented');
    expect(sent[0]?.getChild('error')?.getChildText('text')).toBe('Will me done soon');
  });

  it('needs a nick (M20)', () => {
    const muc = new MucHarness();
    expect(errorOf(muc.send(`<presence from='${BOB}' to='${ROOM}'/>`))).toBe('400 modify jid-malformed');
    expect(errorOf(muc.send(`<presence from='${BOB}' to='${ROOM}' type='unavailable'/>`))).toBe(
      '400 modify jid-malformed',
    );
  });

  it('shares a nick among resources of one user (M07)', () => {
    const muc = openRoom();
    const second = muc.send(join('bob', { resource: 's' }));
    const shown = to(second, ALICE)[0]?.getChild('x')?.getChildren('item') ?? [];
    expect(shown.map((item) => String(item.attrs['jid']))).toEqual([BOB, jidOf('bob', 's')]);
    expect(to(muc.send(groupchat('alice', '<body>x</body>')), jidOf('bob', 's'))).toHaveLength(1);
    const first = muc.send(leaving('bob'));
    expect(first[0]?.attrs['type']).toBe('unavailable');
    expect(to(first, ALICE)[0]?.attrs['type']).toBeUndefined();
    expect(to(first, jidOf('bob', 's'))).toHaveLength(1);
  });

  it('shows real addresses to everyone in a nonanonymous room, and says so', () => {
    const muc = openRoom({}, { 'muc#roomconfig_anonymity': 'nonanonymous' });
    const sent = muc.send(join('carol'));
    const own = to(sent, jidOf('carol')).at(-1);
    expect(codes(own)).toEqual(['110', '100']);
    expect(to(sent, BOB)[0]?.getChild('x')?.getChild('item')?.attrs['jid']).toBe(jidOf('carol'));
  });

  it('tells of a new availability, and of nothing that only a room may say', () => {
    const forged = "<x xmlns='http://jabber.org/protocol/muc#user'><status code='301'/></x>";
    const sent = openRoom().send(available('bob', 'bob', `<show>away</show>${forged}`));
    expect(sent).toHaveLength(2);
    const seen = to(sent, ALICE)[0];
    expect(seen?.getChildText('show')).toBe('away');
    expect(seen?.getChildren('x')).toHaveLength(1);
    expect(codes(seen)).toEqual([]);
  });

  it('takes an unknown type of presence for a join (M20) and does not hand the type on', () => {
    const sent = openRoom().send(
      `<presence type='subscribe' id='p7' from='${jidOf('carol')}' to='${ROOM}/carol'/>`,
    );
    expect(to(sent, ALICE)[0]?.attrs).toMatchObject({ id: 'p7', from: `${ROOM}/carol` });
    expect(to(sent, ALICE)[0]?.attrs['type']).toBeUndefined();
  });

  it('makes the next joiner the owner when a temporary room has gone', () => {
    const muc = openRoom();
    muc.send(leaving('alice'));
    muc.send(leaving('bob'));
    expect(errorOf(muc.send(groupchat('bob', '<body>x</body>')))).toBe('404 cancel item-not-found');
    expect(codes(muc.send(join('bob'))[0])).toEqual(['110', '201']);
  });

  it('answers leaving: unknown room 404, stranger silence', () => {
    const muc = openRoom();
    expect(errorOf(muc.send(leaving('carol', 'r', 'nowhere')))).toBe('404 cancel item-not-found');
    expect(muc.send(leaving('carol'))).toEqual([]);
  });

  it('takes out who answers with an error (M12)', () => {
    const sent = openRoom().send(`<message type='error' from='${BOB}' to='${ROOM}/alice'/>`);
    expect(to(sent, ALICE)[0]?.attrs['type']).toBe('unavailable');
  });

  it('leaves nothing behind of a room whose maker could not enter', () => {
    const settings = {
      'muc/default_room_config/muc#roomconfig_passwordprotectedroom': 'true',
      'muc/default_room_config/muc#roomconfig_roomsecret': 's3',
    };
    const muc = new MucHarness({ settings });
    expect(errorOf(muc.send(join('alice')))).toBe('401 auth not-authorized');
    const info = muc.send(iq('bob', 'get', '<query xmlns="http://jabber.org/protocol/disco#info"/>'));
    expect(errorOf(info)).toBe('404 cancel item-not-found');
  });
});
