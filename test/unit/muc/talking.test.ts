import { describe, expect, it } from 'vitest';
import {
  errorOf,
  expected,
  groupchat,
  join,
  jidOf,
  leaving,
  openRoom,
  roomJid,
  SERVICE,
  shapes,
  submit,
  to,
  type MucOptions,
} from './muc-harness.js';

const ALICE = jidOf('alice');
const BOB = jidOf('bob');
const ROOM = roomJid();
const bodies = (stanzas: ReturnType<typeof to>): (string | null)[] =>
  stanzas.filter(({ name }) => name === 'message').map((stanza) => stanza.getChildText('body'));

describe('talking in a room (§8.6)', () => {
  it('strips everything but body and subject (M16)', () => {
    const inner =
      '<active xmlns="http://jabber.org/protocol/chatstates"/><thread>t</thread><body>x</body><x xmlns="a"/>';
    const [first] = openRoom().send(groupchat('alice', inner));
    expect(first?.children).toHaveLength(1);
    const [empty] = openRoom().send(
      groupchat('alice', '<composing xmlns="http://jabber.org/protocol/chatstates"/>'),
    );
    expect(empty?.children).toEqual([]);
  });

  it('lets chat states pass when the file allows them', () => {
    const muc = openRoom({ settings: { 'muc/muc-allow-chat-states': 'true' } });
    const [first] = muc.send(
      groupchat('alice', '<composing xmlns="http://jabber.org/protocol/chatstates"/>'),
    );
    expect(first?.children).toHaveLength(1);
  });

  it('keeps id and language in 7.1', () => {
    const [first] = openRoom({ profile: '7.1' }).send(
      groupchat('alice', '<body>x</body>', "id='g1' xml:lang='de'"),
    );
    expect(first?.attrs).toMatchObject({ id: 'g1', 'xml:lang': 'de' });
  });

  it('answers from the address in the case that was written (M16)', () => {
    const written = `Room1@${SERVICE}`;
    const [first] = openRoom().send(
      `<message type='groupchat' from='${ALICE}' to='${written}'><body>x</body></message>`,
    );
    expect(first?.attrs['from']).toBe(`${written}/alice`);
  });

  it('refuses strangers, nicks and other types', () => {
    const muc = openRoom();
    const message = (type: string, target: string): string =>
      `<message type='${type}' from='${BOB}' to='${target}'><body>x</body></message>`;
    expect(errorOf(muc.send(groupchat('carol', '<body>x</body>')))).toBe('403 auth forbidden');
    expect(errorOf(muc.send(message('groupchat', `${ROOM}/alice`)))).toBe('400 modify bad-request');
    expect(errorOf(muc.send(message('chat', ROOM)))).toBe('400 modify bad-request');
    expect(errorOf(muc.send(message('chat', `${ROOM}/nobody`)))).toBe('404 cancel item-not-found');
    expect(errorOf(muc.send(message('headline', `${ROOM}/alice`)))).toBe(
      '501 cancel feature-not-implemented',
    );
    const stranger = `<message type='chat' from='${jidOf('carol')}' to='${ROOM}/alice'><body>x</body></message>`;
    expect(errorOf(muc.send(stranger))).toBe('405 cancel not-allowed');
  });

  it('keeps unknown children of a private message, but not what only a room may say', () => {
    const forged = "<x xmlns='http://jabber.org/protocol/muc#user'><invite from='x@y'/></x>";
    const [message] = openRoom().send(
      `<message type='chat' from='${BOB}' to='${ROOM}/alice'><body>x</body><y xmlns='z'/>${forged}</message>`,
    );
    expect(message?.children).toHaveLength(2);
  });

  it('has visitors in a moderated room, without a voice (M08)', () => {
    const muc = openRoom({}, { 'muc#roomconfig_moderatedroom': '1' });
    expect(errorOf(muc.send(groupchat('bob', '<body>x</body>')))).toBe('403 auth forbidden');
    const chat = `<message type='chat' from='${BOB}' to='${ROOM}/alice'><body>x</body></message>`;
    expect(errorOf(muc.send(chat))).toBe('');
  });

  it('changes the subject by right (M10) and shows it to joiners', () => {
    const muc = openRoom();
    expect(errorOf(muc.send(groupchat('bob', '<subject>s</subject>')))).toBe('403 auth forbidden');
    muc.send(submit('alice', { 'muc#roomconfig_changesubject': '1' }));
    expect(errorOf(muc.send(groupchat('bob', '<subject>s</subject>')))).toBe('');
    const own = to(muc.send(join('carol')), jidOf('carol'));
    expect(shapes(own.slice(-1))).toEqual(
      expected(
        `<message from='${ROOM}/bob' type='groupchat' to='${jidOf('carol')}'><subject>s</subject><delay xmlns='urn:xmpp:delay' jid='${ROOM}/bob' stamp='2026-01-01T00:00:00Z'/><x xmlns='jabber:x:delay' jid='${ROOM}/bob' stamp='20260101T00:00:00'/></message>`,
      ),
    );
  });
});

describe('history (§8.8, M11)', () => {
  const spoken = (options: MucOptions = {}, fields: Record<string, string> = {}) => {
    const muc = openRoom(options, fields);
    for (let count = 0; count < 60; count += 1) {
      muc.wait(1);
      muc.send(groupchat('alice', `<body>${count}</body>`));
    }
    return muc;
  };
  const joined = (muc: ReturnType<typeof spoken>, history = '') =>
    bodies(to(muc.send(join('carol', { inside: history })), jidOf('carol')));

  it('comes delayed, from room/nick', () => {
    const muc = openRoom();
    muc.wait(61);
    muc.send(groupchat('alice', '<body>hi</body>'));
    const own = to(muc.send(join('carol')), jidOf('carol'));
    expect(shapes(own.slice(-1))).toEqual(
      expected(
        `<message from='${ROOM}/alice' type='groupchat' to='${jidOf('carol')}'><body>hi</body><delay xmlns='urn:xmpp:delay' from='${ROOM}/alice' stamp='2026-01-01T00:01:01Z'/><x xmlns='jabber:x:delay' from='${ROOM}/alice' stamp='20260101T00:01:01'/></message>`,
      ),
    );
    muc.send(leaving('alice'));
    const again = to(muc.send(join('alice')), ALICE).at(-1);
    expect(again?.getChild('delay')?.attrs['from']).toBe(ALICE);
  });

  it('is 50 messages, or fewer when asked for fewer', () => {
    expect(joined(spoken())).toHaveLength(50);
    expect(joined(spoken(), "<history maxstanzas='3'/>")).toEqual(['57', '58', '59']);
    expect(joined(spoken(), "<history maxstanzas='0'/>")).toEqual([]);
    expect(joined(spoken(), "<history seconds='2'/>")).toEqual(['57', '58', '59']);
    expect(joined(spoken(), "<history since='2026-01-01T00:00:59Z'/>")).toEqual(['58', '59']);
    expect(joined(spoken(), "<history maxchars='0' maxstanzas='x'/>")).toHaveLength(50);
    expect(joined(spoken({}, { 'muc#maxhistoryfetch': '4' }))).toHaveLength(4);
  });

  it('is 25 messages out of memory, and none when there is no store', () => {
    expect(joined(spoken({ settings: { 'muc/history-db': 'memory' } }))).toHaveLength(25);
    expect(joined(spoken({ settings: { 'muc/history-db': 'none' } }))).toHaveLength(0);
  });

  it('goes with a temporary room', () => {
    const muc = spoken();
    muc.send(leaving('alice'));
    muc.send(leaving('bob'));
    expect(muc.repository.historyOf(ROOM)).toEqual([]);
  });
});
