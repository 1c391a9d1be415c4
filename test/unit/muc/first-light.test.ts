/** The captured minute of a room behind 5270 (reference/wire/component-5270-start-to-groupchat.txt), stanza by stanza. */
import { describe, expect, it } from 'vitest';
import { ROOM_SENTENCES } from '#core/muc/room-sentences.js';
import {
  expected,
  groupchat,
  iq,
  join,
  jidOf,
  leaving,
  MucHarness,
  openRoom,
  roomJid,
  SERVICE,
  shapes,
  submit,
  to,
} from './muc-harness.js';

const USER = 'http://jabber.org/protocol/muc#user';
const ALICE = jidOf('alice');
const BOB = jidOf('bob');
const ROOM = roomJid();

describe('a room, as it was captured', () => {
  it('tells about the service', () => {
    const sent = new MucHarness().send(
      iq('alice', 'get', '<query xmlns="http://jabber.org/protocol/disco#info"/>', SERVICE),
    );
    expect(shapes(sent)).toEqual(
      expected(
        `<iq from="${SERVICE}" id="i1" type="result" to="${ALICE}"><query xmlns="http://jabber.org/protocol/disco#info"><identity type="text" category="conference" name="Multi User Chat"/><feature var="http://jabber.org/protocol/muc"/><feature var="http://jabber.org/protocol/commands"/><feature var="jabber:iq:version"/><feature var="urn:xmpp:ping"/></query></iq>`,
      ),
    );
  });

  it('is created, locked, by its first occupant', () => {
    const muc = new MucHarness();
    expect(shapes(muc.send(join('alice')))).toEqual(
      expected(
        `<presence to="${ALICE}" from="${ROOM}/alice"><x xmlns="${USER}"><item affiliation="owner" role="moderator" nick="alice" jid="${ALICE}"/><status code="110"/><status code="201"/></x></presence>`,
        `<message from="${ROOM}" type="groupchat" to="${ALICE}"><body>${ROOM_SENTENCES.locked}</body></message>`,
        `<message from="${ROOM}" type="groupchat" to="${ALICE}"><body>${ROOM_SENTENCES.createdLocked}</body></message>`,
      ),
    );
    expect(muc.states(`muc1/muc/room/${ROOM}`)).toEqual(['locked']);
    expect(muc.states(`muc1/muc/room/${ROOM}/occupant/${ALICE}`)).toEqual(['inside.moderator']);
  });

  it('is unlocked by an empty form', () => {
    const muc = new MucHarness();
    muc.send(join('alice'));
    expect(shapes(muc.send(submit('alice')))).toEqual(
      expected(
        `<iq from="${ROOM}" id="i1" type="result" to="${ALICE}"/>`,
        `<message from="${ROOM}" type="groupchat" to="${ALICE}"><body>${ROOM_SENTENCES.unlocked}</body></message>`,
      ),
    );
    expect(muc.states(`muc1/muc/room/${ROOM}`)).toEqual(['locked', 'active.temporary']);
  });

  it('lets a second occupant in', () => {
    const muc = new MucHarness();
    muc.send(join('alice'));
    muc.send(submit('alice'));
    const sent = muc.send(join('bob'));
    expect(shapes(to(sent, BOB))).toEqual(
      expected(
        `<presence to="${BOB}" from="${ROOM}/alice"><x xmlns="${USER}"><item affiliation="owner" role="moderator" nick="alice"/></x></presence>`,
        `<presence to="${BOB}" from="${ROOM}/bob"><x xmlns="${USER}"><item affiliation="none" role="participant" nick="bob"/><status code="110"/></x></presence>`,
      ),
    );
    expect(shapes(to(sent, ALICE))).toEqual(
      expected(
        `<presence to="${ALICE}" from="${ROOM}/bob"><x xmlns="${USER}"><item affiliation="none" role="participant" nick="bob" jid="${BOB}"/></x></presence>`,
      ),
    );
  });

  it('hands a message to everyone and loses its id', () => {
    expect(shapes(openRoom().send(groupchat('alice', '<body>hi room</body>')))).toEqual(
      expected(
        `<message from="${ROOM}/alice" type="groupchat" to="${ALICE}"><body>hi room</body></message>`,
        `<message from="${ROOM}/alice" type="groupchat" to="${BOB}"><body>hi room</body></message>`,
      ),
    );
  });

  it('hands on a private message', () => {
    const sent = openRoom().send(
      `<message to="${ROOM}/alice" id="p1" from="${BOB}" type="chat"><body>private</body></message>`,
    );
    expect(shapes(sent)).toEqual(
      expected(
        `<message id="p1" type="chat" to="${ALICE}" from="${ROOM}/bob"><body>private</body></message>`,
      ),
    );
  });

  it('tells of leaving, with the role that was', () => {
    const muc = openRoom();
    const sent = muc.send(leaving('alice'));
    expect(shapes(to(sent, BOB))).toEqual(
      expected(
        `<presence from="${ROOM}/alice" type="unavailable" to="${BOB}"><x xmlns="${USER}"><item affiliation="owner" role="moderator" nick="alice"/></x></presence>`,
      ),
    );
    expect(shapes(to(sent, ALICE))).toEqual(
      expected(
        `<presence from="${ROOM}/alice" type="unavailable" to="${ALICE}"><x xmlns="${USER}"><item affiliation="owner" role="moderator" nick="alice" jid="${ALICE}"/><status code="110"/></x></presence>`,
      ),
    );
    expect(shapes(muc.send(leaving('bob')))).toEqual(
      expected(
        `<presence from="${ROOM}/bob" type="unavailable" to="${BOB}"><x xmlns="${USER}"><item affiliation="none" role="participant" nick="bob"/><status code="110"/></x></presence>`,
      ),
    );
    expect(muc.states(`muc1/muc/room/${ROOM}`)).toEqual(['locked', 'active.temporary', 'gone']);
    expect(muc.states(`muc1/muc/room/${ROOM}/occupant/${BOB}`)).toEqual(['inside.participant', 'left']);
  });
});
