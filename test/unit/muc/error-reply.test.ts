import { parse } from 'ltx';
import { describe, expect, it } from 'vitest';
import { errorReply } from '#core/component/error-reply.js';
import { Packet } from '#core/component/packet.js';
import { expected, shapes } from './muc-harness.js';

const context = { nextPacket: () => 1 };
const reply = (text: string, ...rest: [string?]) =>
  errorReply(context, new Packet(context, parse(text), 'sess-man@n1', 'c2s@n1/1'), 'item-not-found', ...rest);

describe('errorReply (§9.1)', () => {
  it('swaps both kinds of addresses and keeps the children', () => {
    const packet = reply(
      "<iq type='get' id='1' from='a@b/c' to='d'><query xmlns='q'><x/></query></iq>",
      'No such thing',
    );
    expect(shapes(packet ? [packet.element] : [])).toEqual(
      expected(
        "<iq type='error' id='1' from='d' to='a@b/c'><query xmlns='q'><x/></query><error code='404' type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><text xml:lang='en' xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>No such thing</text></error></iq>",
      ),
    );
    expect([packet?.packetFrom, packet?.packetTo]).toEqual(['c2s@n1/1', 'sess-man@n1']);
  });

  it('answers neither errors nor iq results', () => {
    expect(reply("<message type='error' from='a@b' to='d'/>")).toBeUndefined();
    expect(reply("<iq type='result' from='a@b' to='d'/>")).toBeUndefined();
  });
});
