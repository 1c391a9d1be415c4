import { describe, expect, it } from 'vitest';
import { element } from '#core/xml/element.js';
import { serialize } from '#core/xml/serialize.js';
import { declarePrefixes, streamPrefixes } from '#core/xml/stream-prefixes.js';

const HEADER = element('stream:stream', {
  xmlns: 'jabber:client',
  'xmlns:stream': 'http://etherx.jabber.org/streams',
  'xmlns:a': 'urn:a',
  'xmlns:b': 'urn:b',
});

describe('a stanza that uses prefixes of its stream header', () => {
  it.each([
    [element('message', {}, element('a:x')), '<message xmlns:a="urn:a"><a:x/></message>'],
    [element('message', { 'b:y': '1' }), '<message b:y="1" xmlns:b="urn:b"/>'],
    [
      element('message', { 'xmlns:a': 'urn:own' }, element('a:x')),
      '<message xmlns:a="urn:own"><a:x/></message>',
    ],
    [element('message', { 'xml:lang': 'en' }, 'a:b'), '<message xml:lang="en">a:b</message>'],
    [element('stream:error'), '<stream:error/>'],
  ])('says what they mean: %s', (stanza, text) => {
    declarePrefixes(stanza, streamPrefixes(HEADER));
    expect(serialize(stanza)).toBe(text);
  });
});
