import { describe, expect, it } from 'vitest';
import { streamCondition } from '#core/xml/xml-error.js';
import { eventsAtEverySplit, verdict } from './stream-events.js';

const NWF = 'error not-well-formed';
const RESTRICTED = 'error restricted-xml';

describe('refused inside a stream, at every split', () => {
  it.each([
    ['<a></b>', `${NWF} mismatched-end-tag`],
    ['<a></a2>', `${NWF} mismatched-end-tag`],
    ['<a><b></a></b>', `${NWF} mismatched-end-tag`],
    ['</b>', `${NWF} mismatched-end-tag`],
    ['</a b="1">', `${NWF} mismatched-end-tag`],
    ['<a></a b>', `${NWF} bad-tag`],
    ['<a></ a>', `${NWF} mismatched-end-tag`],
    ['< a/>', `${NWF} bad-tag`],
    ['<1a/>', `${NWF} bad-tag`],
    ['<a / >', `${NWF} bad-tag`],
    ['<a!/>', `${NWF} bad-tag`],
    ['<a:/>', `${NWF} bad-name`],
    ['<a:b:c/>', `${NWF} bad-name`],
    ['<a×/>', `${NWF} bad-name`],
    ["<a b='1' b='2'/>", `${NWF} duplicate-attribute`],
    ["<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>", `${NWF} duplicate-attribute`],
    ["<a __proto__='1' __proto__='2'/>", `${NWF} duplicate-attribute`],
    ["<a b='1'c='2'/>", `${NWF} missing-space`],
    ['<a b=1/>', `${NWF} attribute-without-quotes`],
    ['<a b/>', `${NWF} attribute-without-value`],
    ['<a b c="1"/>', `${NWF} attribute-without-value`],
    ["<a b='<'/>", `${NWF} less-than-in-attribute`],
    ['<p:a/>', `${NWF} unbound-prefix`],
    ["<a p:b='1'/>", `${NWF} unbound-prefix`],
    ["<xmlns:a xmlns='u'/>", `${NWF} unbound-prefix`],
    ["<a xmlns:p=''/>", `${NWF} bad-namespace-declaration`],
    ["<a xmlns:xml='u'/>", `${NWF} bad-namespace-declaration`],
    ["<a xmlns:xmlns='u'/>", `${NWF} bad-namespace-declaration`],
    ['<a>&nbsp;</a>', `${RESTRICTED} undefined-entity`],
    ["<a b='&constructor;'/>", `${RESTRICTED} undefined-entity`],
    ['<a>R & B</a>', `${NWF} bare-ampersand`],
    ['<a>a&b</a>', `${NWF} bare-ampersand`],
    ["<a b='?x=1&y=2'/>", `${NWF} bare-ampersand`],
    ['<a>&;</a>', `${NWF} bare-ampersand`],
    ['<a>&#;</a>', `${NWF} bare-ampersand`],
    ['<a>&#xg;</a>', `${NWF} bare-ampersand`],
    ['<a>&#X41;</a>', `${NWF} bare-ampersand`],
    ['<a>&#0;</a>', `${NWF} illegal-character`],
    ['<a>&#xD800;</a>', `${NWF} illegal-character`],
    ['<a>&#xFFFF;</a>', `${NWF} illegal-character`],
    ['<a>&#x110000;</a>', `${NWF} illegal-character`],
    ['<a>\0</a>', `${NWF} illegal-character`],
    ['<a>\u0001</a>', `${NWF} illegal-character`],
    ["<a b='\u001f'/>", `${NWF} illegal-character`],
    ['<a><![CDATA[\0]]></a>', `${NWF} illegal-character`],
    ['<a>\ufffe</a>', `${NWF} illegal-character`],
    ["<a b='\uffff'/>", `${NWF} illegal-character`],
    ['\0', `${NWF} illegal-character`],
    ['<a>]]></a>', `${NWF} cdata-end-in-text`],
    ['<a>&lt;]]]></a>', `${NWF} cdata-end-in-text`],
    ['<!DOCTYPE a [<!ENTITY x "y">]>', `${RESTRICTED} doctype`],
    ['<a><!-- --></a>', `${RESTRICTED} comment`],
    ['<!---->', `${RESTRICTED} comment`],
    ['<a><?php ?></a>', `${RESTRICTED} processing-instruction`],
    ["<?xml version='1.0'?>", `${RESTRICTED} processing-instruction`],
    ['<a><![cdata[x]]></a>', `${NWF} bad-tag`],
    ['<![CDATA[x]]>', 'error bad-format text-between-stanzas'],
    ['text', 'error bad-format text-between-stanzas'],
    ['é', 'error bad-format text-between-stanzas'],
    ['&amp;', 'error bad-format text-between-stanzas'],
  ])('%j', (content, expected) => {
    expect(verdict(content)).toBe(expected);
  });

  it.each([
    ['<a>\u0085\u009f\ud7ff\ufffd</a>'],
    ["<a b='>'>></a>"],
    ['<a>]] > ]>]]&gt;</a>'],
    ['<a b = \'1\'\n\tc\n=\n"2"\r/>'],
    ['<a>&#x9;&#10;&#13;&#x10FFFF;</a>'],
    ['<_a.b-c/>'],
    ['<a:b xmlns:a="u"/>'],
    ['<a><![CDATA[]]]]><![CDATA[>]]></a>'],
    ["<a xmlns=''/>"],
    ['<中文 名="1"/>'],
  ])('%j is fine', (content) => {
    expect(verdict(content)).toBe('footer');
  });
});

describe('UTF-8', () => {
  it.each([
    ['a lone continuation byte', '80'],
    ['an overlong slash', 'c0af'],
    ['an overlong three-byte form', 'e08080'],
    ['an overlong four-byte form', 'f0808080'],
    ['a surrogate', 'eda080'],
    ['beyond U+10FFFF', 'f4908080'],
    ['a byte that never occurs', 'ff'],
    ['a truncated character', 'e4b8'],
  ])('refuses %s', (_what, hex) => {
    const inText = Buffer.concat([Buffer.from('<a>é'), Buffer.from(hex, 'hex'), Buffer.from('x</a>')]);
    const inValue = Buffer.concat([Buffer.from("<a b='"), Buffer.from(hex, 'hex'), Buffer.from("'/>")]);
    const inName = Buffer.concat([Buffer.from('<a'), Buffer.from(hex, 'hex'), Buffer.from('/>')]);
    for (const bytes of [inText, inValue, inName]) expect(verdict(bytes)).toBe('error invalid-utf8 bad-utf8');
  });

  it('says so at the first impossible byte, without waiting for the tag to end', () => {
    expect(eventsAtEverySplit(Buffer.from('<s><a>\xe4\xb8', 'latin1'))).toHaveLength(1);
    expect(eventsAtEverySplit(Buffer.from('<s><a>\xe4\xb8\x20', 'latin1')).at(-1)).toBe(
      'error invalid-utf8 bad-utf8 8',
    );
  });

  it('refuses a byte order mark, and UTF-16', () => {
    expect(eventsAtEverySplit('\ufeff<s>')).toEqual(['error not-well-formed text-before-root 0']);
    expect(eventsAtEverySplit(Buffer.from('<s>', 'utf16le'))).toEqual(['error not-well-formed bad-tag 1']);
  });
});

describe('the XML declaration', () => {
  it.each([
    "<?xml version='1.0'?>",
    '<?xml version="1.0" encoding="utf-8" standalone=\'yes\' ?>',
    "<?xml  version = '1.0'\n encoding='UTF-8'?>",
  ])('%j is taken at the start', (declaration) => {
    expect(eventsAtEverySplit(`${declaration} <s>`)).toEqual(['header <s/>']);
  });

  it.each([
    ["<?xml version='1.0' encoding='ISO-8859-1'?>", 'unsupported-encoding encoding-not-utf8'],
    ['<?xml?>', 'not-well-formed bad-declaration'],
    ["<?xml encoding='UTF-8'?>", 'not-well-formed bad-declaration'],
    ["<?xml version='2.0'?>", 'not-well-formed bad-declaration'],
    ["<?xml version='1.0'>", 'not-well-formed bad-declaration'],
    [`<?xml ${' '.repeat(300)}`, 'not-well-formed bad-declaration'],
    ["<?xml-stylesheet href='x'?>", 'restricted-xml processing-instruction'],
    ['<?php', 'restricted-xml processing-instruction'],
    [" <?xml version='1.0'?>", 'restricted-xml processing-instruction'],
    ["<?xml version='1.0'?><?xml version='1.0'?>", 'restricted-xml processing-instruction'],
    ['<!DOCTYPE s><s>', 'restricted-xml doctype'],
    ['<!-- --><s>', 'restricted-xml comment'],
  ])('%j is refused', (text, expected) => {
    expect(eventsAtEverySplit(`${text}<s>`)).toEqual([
      expect.stringMatching(new RegExp(`^error ${expected} \\d+$`)),
    ]);
  });
});

describe('streamCondition', () => {
  it.each([
    ['not-well-formed', 'not-well-formed'],
    ['restricted-xml', 'restricted-xml'],
    ['bad-format', 'bad-format'],
    ['invalid-utf8', 'unsupported-encoding'],
    ['unsupported-encoding', 'unsupported-encoding'],
    ['too-large', 'policy-violation'],
  ] as const)('%s closes with %s', (code, condition) => {
    expect(streamCondition({ code, ruleDetail: 'bad-tag', offset: 0 })).toBe(condition);
  });
});
