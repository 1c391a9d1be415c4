import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { XmlLimits } from '#core/xml/limits.js';
import { TIGASE_LIMITS } from '#core/xml/limits.js';
import { serialize } from '#core/xml/serialize.js';
import { WholeStanza } from '#core/xml/whole-stanza.js';
import { XmlStreamParser } from '#core/xml/stream-parser.js';

const HEADER = '<stream:stream xmlns="jabber:client" xmlns:stream="http://etherx.jabber.org/streams">';

const LIMITS: XmlLimits = {
  ...TIGASE_LIMITS,
  maxDepth: 3,
  maxAttributes: 2,
  maxAttributeValueChars: 5,
  maxNameChars: 6,
  maxTextChars: 8,
  maxElements: 4,
  maxStanzaBytes: 60,
};

/** What a stream says of bytes, given at once or byte by byte: then no stanza is ever there as a whole. */
function said(text: string, limits: XmlLimits, cut: boolean): string[] {
  const heard: string[] = [];
  const parser = new XmlStreamParser(limits);
  const sink = {
    header: () => undefined,
    stanza: (el: Parameters<typeof serialize>[0]) => heard.push(`${parser.offset} ${serialize(el)}`),
    footer: () => heard.push(`${parser.offset} footer`),
    error: (error: unknown) => heard.push(JSON.stringify(error)),
  };
  const bytes = new TextEncoder().encode(HEADER + text);
  if (!cut) parser.push(bytes, sink);
  else for (const byte of bytes) parser.push(Uint8Array.of(byte), sink);
  return heard;
}

const TEXTS = [
  '<a/>',
  '<a x="1" y=\'2\'><b/>text<c>\n\t]]</c></a><d/> <e></e></stream:stream>',
  '<a xmlns="u">&lt;<b>é</b></a><a b = "c"/><a ><b /></a >',
  '<a x="1\n2\t3\r\n4"/><a>\r\n</a><a x="\u0001"/>',
  '<a x="\u007f>]]>"/><a>></a><a>]>\u007f</a><a\nx=""/>',
  '<a><![CDATA[x]]></a><stream:x/><a xml:lang="en"/><__proto__ __proto__="1"/>',
  ...['<a', '<a/', '<a/x', '<a>', '<a></b>', '<a></ab>', '<a></a', '<a>text', '<a x', '<a x=', '<a x="', '<'],
  ...['<a x="1" x="2"/>', '<a x="1"y="2"/>', '<a x="<"/>', '<a>\u0001</a>', '<a>]]></a>', '<1/>', '<a:b/>'],
  ...['<a><b><c/></b></a>', '<a><b><c><d/></c></b></a>', '<a><b/><c/><d/></a>', '<a><b/><c/><d/><e/></a>'],
  ...['<a b="" c="" />', '<a b="" c=""/>', '<a b="" c="" d=""/>', '<a b="12345"/>', '<a b="123456"/>'],
  ...['<abcdef/>', '<abcdefg/>', '<a abcdef=""/>', '<a abcdefg=""/>', '<a>12345678</a>', '<a>123456789</a>'],
  ...[53, 54, 55].map((size) => `<a>${'<b/>'.repeat(3)}12345678</a>${' '.repeat(size)}`),
  ...[0, 1, 2].map((more) => `<a b="12345" c="12345"><b c="12345"/><c>12345</c>${'x'.repeat(more + 4)}</a>`),
];

/** Pieces of which stanzas are made, and mistakes in them. */
const PIECES = fc.constantFrom(
  ...['<a', '<b', '>', '/>', '</a>', '</b>', ' x="1"', " y='2'", ' xmlns="u"', 'text', ' ', '\n', '\t', '\r'],
  ...[
    '&lt;',
    '&',
    '<',
    '"',
    "'",
    '=',
    '/',
    ']]>',
    '<![CDATA[',
    '<!--',
    '<?',
    'p:',
    'é',
    '漢',
    '\u0001',
    '\u007f',
  ],
);

describe('a stanza that is there as a whole', () => {
  it('says what it says byte by byte, whatever it is', () => {
    const same = (pieces: string[]): void => {
      for (const limits of [TIGASE_LIMITS, LIMITS])
        expect(said(pieces.join(''), limits, false)).toEqual(said(pieces.join(''), limits, true));
    };
    const some = fc.array(PIECES, { maxLength: 14 });
    fc.assert(fc.property(some, same), { numRuns: 250 });
    fc.assert(
      fc.property(some, (pieces) => same(['<a', ...pieces, '</a>'])),
      { numRuns: 250 },
    );
  });

  it.each(TEXTS)('%j says what it says byte by byte', (text) => {
    for (const limits of [TIGASE_LIMITS, LIMITS])
      expect(said(text, limits, false)).toEqual(said(text, limits, true));
  });

  it('is read at one go when it is plain, and never when it is not', () => {
    const reader = new WholeStanza(TIGASE_LIMITS);
    const read = (text: string): string | undefined => {
      const stanza = reader.read(new TextEncoder().encode(text), text, 0);
      return stanza && `${serialize(stanza)} ${reader.next}`;
    };
    expect(read('<a x="1"><b/>text</a><c/>')).toBe('<a x="1"><b/>text</a> 21');
    for (const text of ['<a>&lt;</a>', '<a>é</a>', '<p:a/>', '<a><b></a>', '<a>]]></a>', '<a>'])
      expect(read(text)).toBeUndefined();
  });
});
