import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerTo,
  bindRequest,
  offeredFeature,
  plainAuth,
  readHostnameRequest,
  readPlain,
} from '#core/server/ext/hostname-binding.js';
import type { Element } from '#core/xml/element.js';
import { serialize } from '#core/xml/serialize.js';
import { parseElement } from '#core/xml/stanza-parser.js';

function parsed(text: string): Element {
  const result = parseElement(text);
  if (!result.ok) throw new Error(result.error.ruleDetail);
  return result.element;
}

const withoutNul = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));

describe('SASL PLAIN of a component', () => {
  it('reads what it has written', () => {
    fc.assert(
      fc.property(withoutNul, withoutNul, (domain, secret) => {
        expect(readPlain(plainAuth(domain, secret))).toEqual({ domain, secret });
      }),
    );
  });

  it('gives nothing for another mechanism or another message, and never throws', () => {
    const auth = (mechanism: string, text: string): Element =>
      parsed(`<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="${mechanism}">${text}</auth>`);
    expect(readPlain(auth('SCRAM-SHA-1', 'AG0Acw=='))).toBeUndefined();
    expect(readPlain(auth('PLAIN', ''))).toBeUndefined();
    expect(readPlain(auth('PLAIN', '='))).toBeUndefined();
    expect(readPlain(auth('PLAIN', 'AG0AcwB4'))).toBeUndefined();
    expect(readPlain(auth('PLAIN', 'AG0Acw=='))).toEqual({ domain: 'm', secret: 's' });
    fc.assert(fc.property(fc.base64String(), (text) => void readPlain(auth('PLAIN', text))));
  });
});

describe('names that a component binds', () => {
  it('reads what it has written, in lower case', () => {
    expect(readHostnameRequest(bindRequest('bind1', 'Chat.example.org'))).toEqual({
      what: 'bind',
      hostname: 'chat.example.org',
    });
  });

  it.each([
    '<iq type="get" id="1"><bind xmlns="urn:xmpp:component:0"><hostname>a</hostname></bind></iq>',
    '<iq type="set" id="1"><bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"><hostname>a</hostname></bind></iq>',
    '<iq type="set" id="1"><bind xmlns="urn:xmpp:component:0"/></iq>',
    '<message type="set"><bind xmlns="urn:xmpp:component:0"><hostname>a</hostname></bind></message>',
  ])('asks something else: %s', (text) => expect(readHostnameRequest(parsed(text))).toBeUndefined());

  it('answers with the same element, or with it and the reason', () => {
    const request = parsed(
      '<iq type="set" id="u" from="a.org" to="b.org"><unbind xmlns="urn:xmpp:component:0"><hostname>a</hostname></unbind></iq>',
    );
    expect(serialize(answerTo(request))).toBe(
      '<iq type="result" id="u" from="b.org" to="a.org"><unbind xmlns="urn:xmpp:component:0"><hostname>a</hostname></unbind></iq>',
    );
    expect(serialize(answerTo(request, 'not-allowed'))).toContain(
      '<error code="405" type="cancel"><not-allowed xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></iq>',
    );
  });

  it('tells what is offered', () => {
    const features = (text: string): Element => parsed(`<stream:features>${text}</stream:features>`);
    expect(offeredFeature(features('<bind xmlns="urn:xmpp:component:0"/>'))).toBe('bind');
    expect(offeredFeature(features('<mechanisms xmlns="urn:ietf:params:xml:ns:xmpp-sasl"/>'))).toBe(
      'mechanisms',
    );
    expect(offeredFeature(features('<bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"/>'))).toBeUndefined();
  });
});
