import fc from 'fast-check';
import { anyText } from '../config/any-text.js';
import { describe, expect, it } from 'vitest';
import { bareOf, parseJid } from '#core/shared/xmpp/jid.js';
import { isStanzaErrorCondition, stanzaError } from '#core/shared/xmpp/stanza-errors.js';
import { isStreamErrorCondition } from '#core/shared/xmpp/stream-errors.js';

describe('parseJid', () => {
  it.each([
    ['a@b/c', 'a', 'b', 'c', 'a@b', 'a@b/c'],
    ['Room2@MUC.Example/Nick', 'room2', 'muc.example', 'Nick', 'room2@muc.example', 'room2@muc.example/Nick'],
    ['example.org', undefined, 'example.org', undefined, 'example.org', 'example.org'],
    ['example.org/x/y@z', undefined, 'example.org', 'x/y@z', 'example.org', 'example.org/x/y@z'],
    ['a@example.org.', 'a', 'example.org', undefined, 'a@example.org', 'a@example.org'],
    ['a@[::1]/r', 'a', '[::1]', 'r', 'a@[::1]', 'a@[::1]/r'],
    ['张三@例子.cn/手机', '张三', '例子.cn', '手机', '张三@例子.cn', '张三@例子.cn/手机'],
  ])('reads %s', (text, local, domain, resource, bare, full) => {
    expect({ ...parseJid(text) }).toEqual({ local, domain, resource, bare, full });
  });

  it.each([
    '',
    '@b',
    'a@',
    'a@b/',
    '/r',
    'a b@c',
    'a@b c',
    'a@b@c',
    'a<@b',
    'a@b:c',
    'a@.b',
    'a@b..c',
    'a@b/\u0007',
  ])('refuses %j', (text) => expect(parseJid(text)).toBeUndefined());

  it('limits each part to 1023 octets', () => {
    expect(parseJid(`${'a'.repeat(1023)}@b/${'r'.repeat(1023)}`)).toBeDefined();
    expect(parseJid(`${'a'.repeat(1024)}@b`)).toBeUndefined();
    expect(parseJid(`${'é'.repeat(512)}@b`)).toBeUndefined();
    expect(parseJid(`a@b/${'汉'.repeat(341)}`)).toBeDefined();
    expect(parseJid(`a@b/${'汉'.repeat(342)}`)).toBeUndefined();
  });

  it('gives the same object again, frozen', () => {
    expect(parseJid('same@object')).toBe(parseJid('same@object'));
    expect(Object.isFrozen(parseJid('same@object'))).toBe(true);
    expect(bareOf('A@B/c')).toBe('a@b');
  });

  it('never throws, and reads back what it wrote', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const jid = parseJid(text);
        return jid === undefined || parseJid(jid.full)?.full === jid.full;
      }),
      { numRuns: 200 },
    );
  });
});

describe('error tables', () => {
  it('has the codes and types of §9.1', () => {
    expect(stanzaError('item-not-found')).toEqual({ code: 404, type: 'cancel' });
    expect(stanzaError('recipient-unavailable')).toEqual({ code: 404, type: 'wait' });
    expect(stanzaError('policy-violation')).toEqual({ code: 0, type: 'cancel' });
    expect(isStanzaErrorCondition('toString')).toBe(false);
    expect(isStreamErrorCondition('see-other-host')).toBe(true);
    expect(isStreamErrorCondition('gone')).toBe(false);
  });
});
