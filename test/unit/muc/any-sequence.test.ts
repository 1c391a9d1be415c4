/** Whatever users do, in whatever order: nothing throws, every stanza has its addresses, and an error is never answered. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomMachine } from '#core/shared/machines/room.machine.js';
import { occupantMachine } from '#core/shared/machines/occupant.machine.js';
import { machineGraph } from '#core/shared/machines/machine-graph.js';
import { ROOM_FEATURES } from '#core/muc/features/room-features.js';
import { admin, groupchat, iq, join, jidOf, leaving, MucHarness, roomJid, submit } from './muc-harness.js';

const user = fc.constantFrom('alice', 'bob', 'carol');
const nick = fc.constantFrom('alice', 'bob', 'carol', 'x');
const value = fc.constantFrom('0', '1', 'true', '', 'nonanonymous', 'fullanonymous', '3', 'junk');
const field = fc.constantFrom(...ROOM_FEATURES.map((feature) => feature.field), 'unknown');
const inner = fc.constantFrom('<body>b</body>', '<subject>s</subject>', '', '<x xmlns="y"/>');
const role = fc.constantFrom('none', 'visitor', 'participant', 'moderator', 'king');
const affiliation = fc.constantFrom('outcast', 'none', 'member', 'admin', 'owner', 'king');
const destroy = '<query xmlns="http://jabber.org/protocol/muc#owner"><destroy/></query>';

const stanza = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(user, nick).map(([who, name]) => join(who, { nick: name })) },
  { weight: 2, arbitrary: user.map((who) => join(who, { resource: 's' })) },
  { weight: 2, arbitrary: user.map((who) => leaving(who)) },
  { weight: 3, arbitrary: fc.tuple(user, inner).map(([who, text]) => groupchat(who, text)) },
  {
    weight: 3,
    arbitrary: fc.tuple(user, fc.dictionary(field, value)).map(([who, fields]) => submit(who, fields)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(user, nick, role)
      .map(([who, name, as]) => admin(who, `<item nick='${name}' role='${as}'/>`)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(user, user, affiliation)
      .map(([who, whom, as]) => admin(who, `<item jid='${jidOf(whom)}' affiliation='${as}'/>`)),
  },
  { weight: 1, arbitrary: user.map((who) => iq(who, 'set', destroy)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('presence', 'message', 'iq', 'odd'),
        fc.constantFrom('error', 'get', 'set', 'result', 'chat', ''),
        user,
      )
      .map(
        ([name, type, who]) =>
          `<${name} type='${type}' from='${jidOf(who)}' to='${roomJid()}/bob'><body>b</body></${name}>`,
      ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      `<message to='${roomJid()}'/>`,
      `<iq from='a@b/c' to='@@'/>`,
      `<presence from='/'/>`,
    ),
  },
);

describe('any sequence of stanzas', () => {
  it('is survived, and all that is sent has both addresses', () => {
    const property = fc.property(fc.array(stanza, { maxLength: 40 }), (stanzas) => {
      const muc = new MucHarness();
      for (const text of stanzas) {
        for (const sent of muc.send(text)) {
          expect(sent.attrs['from']).toBeTruthy();
          expect(sent.attrs['to']).toBeTruthy();
        }
      }
      // The machines were never sent an event that their state has no arrow for.
      expect(muc.trace.rows.filter(({ kind }) => kind === 'machine.refused')).toEqual([]);
    });
    fc.assert(property, { numRuns: 300, seed: 7 });
  });

  it('gives the same stanzas and the same trace twice', () => {
    const property = fc.property(fc.array(stanza, { maxLength: 20 }), (stanzas) => {
      const [one, two] = [new MucHarness(), new MucHarness()];
      for (const text of stanzas) expect(one.send(text).map(String)).toEqual(two.send(text).map(String));
      expect(one.trace.rows).toEqual(two.trace.rows);
    });
    fc.assert(property, { numRuns: 50, seed: 7 });
  });
});

describe('the charts', () => {
  it.each([roomMachine, occupantMachine])('of $id have words for every state', (machine) => {
    const graph = machineGraph(machine);
    expect(graph.states.filter(({ description }) => description === undefined)).toEqual([]);
    expect(new Set(graph.edges.map(({ id }) => id)).size).toBe(graph.edges.length);
  });
});
