import { describe, expect, it } from 'vitest';
import {
  admin,
  codes,
  errorOf,
  groupchat,
  join,
  jidOf,
  MucHarness,
  openRoom,
  submit,
  to,
} from './muc-harness.js';

const ALICE = jidOf('alice');
const BOB = jidOf('bob');
const bare = (user: string): string => jidOf(user).replace('/r', '');
const item = (stanza: ReturnType<typeof to>[number] | undefined) => stanza?.getChild('x')?.getChild('item');

describe('roles (§8.5, §8.6)', () => {
  it('kicks with 307, the actor told to the kicked only (M09)', () => {
    const muc = openRoom();
    muc.send(join('carol'));
    const sent = muc.send(admin('alice', "<item nick='bob' role='none'><reason>enough</reason></item>"));
    const own = to(sent, BOB)[0];
    expect(own?.attrs['type']).toBe('unavailable');
    expect(codes(own)).toEqual(['110', '307']);
    expect(item(own)?.attrs['role']).toBe('none');
    expect(item(own)?.getChild('actor')?.attrs['jid']).toBe(ALICE);
    const seen = to(sent, jidOf('carol'))[0];
    expect(codes(seen)).toEqual(['307']);
    expect(item(seen)?.getChildText('reason')).toBe('enough');
    expect(item(seen)?.getChild('actor')).toBeUndefined();
    expect(errorOf(muc.send(groupchat('bob', '<body>x</body>')))).toBe('403 auth forbidden');
    expect(muc.states(`muc1/muc/room/room1@muc.xmpp.dev.pajkdc.com/occupant/${BOB}`).at(-1)).toBe('kicked');
  });

  it('lets only moderators kick, and nobody who is above them', () => {
    const muc = openRoom();
    const sent = muc.send(admin('bob', "<item nick='alice' role='none'/>"));
    expect(errorOf(sent)).toBe('405 cancel not-allowed');
    expect(sent[0]?.getChild('error')?.getChildText('text')).toBe('You cannot kick');
    muc.send(admin('alice', "<item nick='bob' role='moderator'/>"));
    expect(errorOf(muc.send(admin('bob', "<item nick='alice' role='none'/>")))).toBe(
      '405 cancel not-allowed',
    );
    expect(errorOf(muc.send(admin('bob', "<item nick='alice' role='visitor'/>")))).toBe(
      '405 cancel not-allowed',
    );
  });

  it('takes and gives voice', () => {
    const muc = openRoom();
    expect(
      item(to(muc.send(admin('alice', "<item nick='bob' role='visitor'/>")), ALICE)[0])?.attrs['role'],
    ).toBe('visitor');
    expect(errorOf(muc.send(groupchat('bob', '<body>x</body>')))).toBe('403 auth forbidden');
    muc.send(admin('alice', "<item nick='bob' role='participant'/>"));
    expect(errorOf(muc.send(groupchat('bob', '<body>x</body>')))).toBe('');
  });

  it('tells of the kick of a nick that nobody has (M09)', () => {
    const sent = openRoom().send(admin('alice', "<item nick='ghost' role='none'/>"));
    expect(sent.map((stanza) => String(stanza.attrs['type']))).toEqual([
      'unavailable',
      'unavailable',
      'result',
    ]);
  });

  it('answers broken queries as each version does (M08)', () => {
    expect(openRoom().send(admin('alice', "<item nick='bob' role='king'/>"))).toEqual([]);
    expect(errorOf(openRoom({ profile: '7.1' }).send(admin('alice', "<item nick='bob' role='king'/>")))).toBe(
      '500 wait internal-server-error',
    );
    expect(
      errorOf(openRoom().send(admin('alice', "<item nick='bob' role='none' affiliation='none'/>"))),
    ).toBe('400 modify bad-request');
  });
});

describe('affiliations (§8.5, §8.6)', () => {
  it('bans with 301 and keeps the banned out, under any resource (M05)', () => {
    const muc = openRoom();
    const sent = muc.send(admin('alice', `<item jid='${BOB}' affiliation='outcast'/>`));
    expect(codes(to(sent, BOB)[0])).toEqual(['110', '301']);
    expect(item(to(sent, ALICE)[0])?.attrs['jid']).toBeUndefined();
    expect(errorOf(muc.send(join('bob', { resource: 'other', nick: 'x' })))).toBe('403 auth forbidden');
    muc.send(admin('alice', `<item jid='${bare('bob')}' affiliation='none'/>`));
    expect(errorOf(muc.send(join('bob')))).toBe('');
  });

  it('refuses bans by nick, of oneself and by others', () => {
    const muc = openRoom();
    expect(errorOf(muc.send(admin('alice', "<item nick='bob' affiliation='outcast'/>")))).toBe(
      '400 modify bad-request',
    );
    expect(errorOf(muc.send(admin('alice', `<item jid='${bare('alice')}' affiliation='outcast'/>`)))).toBe(
      '405 cancel not-allowed',
    );
    expect(errorOf(muc.send(admin('bob', `<item jid='${bare('alice')}' affiliation='outcast'/>`)))).toBe(
      '405 cancel not-allowed',
    );
  });

  it('lets no admin touch owners or admins (stricter than the original)', () => {
    const muc = openRoom();
    muc.send(admin('alice', `<item jid='${bare('bob')}' affiliation='admin'/>`));
    for (const affiliation of ['none', 'member', 'admin']) {
      const sent = muc.send(admin('bob', `<item jid='${bare('alice')}' affiliation='${affiliation}'/>`));
      expect(errorOf(sent)).toBe('405 cancel not-allowed');
    }
    expect(errorOf(muc.send(admin('bob', `<item jid='x@y' affiliation='owner'/>`)))).toBe(
      '405 cancel not-allowed',
    );
    expect(errorOf(muc.send(admin('bob', `<item jid='x@y' affiliation='member'/>`)))).toBe('');
  });

  it('keeps one owner, even when several go at once', () => {
    const muc = openRoom();
    expect(errorOf(muc.send(admin('alice', `<item jid='${bare('alice')}' affiliation='none'/>`)))).toBe(
      '409 cancel conflict',
    );
    muc.send(admin('alice', `<item jid='${bare('bob')}' affiliation='owner'/>`));
    const both = ['alice', 'bob'].map((user) => `<item jid='${bare(user)}' affiliation='none'/>`).join('');
    muc.send(admin('alice', both));
    const list = muc
      .send(admin('bob', "<item affiliation='owner'/>", 'get'))[0]
      ?.getChild('query')
      ?.getChildren('item');
    expect(list?.map((entry) => String(entry.attrs['jid']))).toEqual([bare('bob')]);
  });

  it('makes a moderator of an admin, and a participant again', () => {
    const muc = openRoom();
    const made = muc.send(admin('alice', `<item jid='${bare('bob')}' affiliation='admin'/>`));
    expect(item(to(made, BOB)[0])?.attrs).toEqual({ affiliation: 'admin', role: 'moderator', nick: 'bob' });
    const unmade = muc.send(admin('alice', `<item jid='${bare('bob')}' affiliation='member'/>`));
    expect(item(to(unmade, BOB)[0])?.attrs).toEqual({
      affiliation: 'member',
      role: 'participant',
      nick: 'bob',
    });
  });

  it('invites new members of a members-only room and takes out who is none any more (M04)', () => {
    const muc = new MucHarness();
    muc.send(join('alice'));
    muc.send(submit('alice', { 'muc#roomconfig_membersonly': '1' }));
    const made = muc.send(admin('alice', `<item jid='${bare('bob')}' affiliation='member'/>`));
    expect(to(made, bare('bob'))[0]?.getChild('x')?.getChild('invite')).toBeDefined();
    expect(errorOf(muc.send(join('bob')))).toBe('');
    const unmade = muc.send(admin('alice', `<item jid='${bare('bob')}' affiliation='none'/>`));
    expect(codes(to(unmade, BOB)[0])).toEqual(['110', '321']);
  });

  it('shows its lists to owners and admins', () => {
    const muc = openRoom();
    expect(errorOf(muc.send(admin('bob', "<item affiliation='owner'/>", 'get')))).toBe('403 auth forbidden');
    expect(errorOf(muc.send(admin('alice', "<item affiliation='owner' role='none'/>", 'get')))).toBe(
      '400 modify bad-request',
    );
    const roles = muc
      .send(admin('alice', "<item role='participant'/>", 'get'))[0]
      ?.getChild('query')
      ?.getChildren('item');
    expect(roles?.map((entry) => entry.attrs)).toEqual([
      { nick: 'bob', role: 'participant', affiliation: 'none', jid: BOB },
    ]);
  });
});
