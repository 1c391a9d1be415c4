import { describe, expect, it } from 'vitest';
import { CLUSTER_LIMITS, TIGASE_LIMITS, withElementLimit, type XmlLimits } from '#core/xml/limits.js';
import { eventsOf, verdict } from './stream-events.js';

const SMALL: XmlLimits = {
  maxDepth: 3,
  maxAttributes: 2,
  maxAttributeValueChars: 4,
  maxNameChars: 13,
  maxTextChars: 4,
  maxElements: 4,
  maxStanzaBytes: 120,
};
const ROOMY = { ...SMALL, maxAttributeValueChars: 100 };

describe('limits, at every split', () => {
  it.each<[limit: keyof XmlLimits & string, inside: string, outside: string]>([
    ['maxDepth', '<a><b><c/></b></a>', '<a><b><c><d/></c></b></a>'],
    ['maxAttributes', "<a b='1' c='2'/>", "<a b='1' c='2' d='3'/>"],
    ['maxAttributeValueChars', "<a b='1234'/>", "<a b='12345'/>"],
    ['maxAttributeValueChars', "<a b='中é😀'/>", "<a b='中éx😀'/>"],
    ['maxAttributeValueChars', "<a b='123&lt;'/>", "<a b='1234&lt;'/>"],
    ['maxNameChars', '<abcdefghijklm/>', '<abcdefghijklmn/>'],
    ['maxNameChars', "<a abcdefghijklm='1'/>", "<a abcdefghijklmn='1'/>"],
    ['maxTextChars', '<a>1234</a>', '<a>12345</a>'],
    ['maxTextChars', '<a>中文é1</a>', '<a>中文é12</a>'],
    ['maxTextChars', '<a>😀😀</a>', '<a>😀😀1</a>'],
    ['maxTextChars', '<a>1><b/>>>34</a>', '<a>123>></a>'],
    ['maxTextChars', '<a>1&lt;<![CDATA[3]]>4</a>', '<a>1&lt;<![CDATA[3]]>45</a>'],
    ['maxTextChars', '<a>&#x1F600;12</a>', '<a>&#x1F600;123</a>'],
    ['maxElements', '<a><b/><b/><b/></a>', '<a><b/><b/><b/><b/></a>'],
    ['maxStanzaBytes', `<a>${'<b></b>'.repeat(2)}</a>`, `<a ${' '.repeat(116)}/>`],
  ])('%s: %s passes, %s does not', (limit, inside, outside) => {
    const roomy = limit === 'maxAttributeValueChars';
    const limits = { ...SMALL, maxAttributeValueChars: 100 };
    const header = (content: string): string =>
      roomy ? lastAfterBareHeader(content, SMALL) : verdict(content, limits);
    expect(header(inside)).toBe('footer');
    expect(header(outside)).toBe(`error too-large ${String(limit)}`);
  });

  /** A header short enough for a value limit of four. */
  function lastAfterBareHeader(content: string, limits: XmlLimits): string {
    const bytes = Buffer.from(`<s>${content}</s>`);
    const whole = eventsOf(bytes, [], limits);
    for (let at = 1; at < bytes.length; at += 1) expect(eventsOf(bytes, [at], limits)).toEqual(whole);
    return (whole.at(-1) ?? '').replace(/ \d+$/, '');
  }

  it('counts the bytes of one stanza exactly, and not the white space between', () => {
    const exact = `<a>${'<b></b>'.repeat(2)}</a>`;
    const limits = { ...ROOMY, maxStanzaBytes: Buffer.byteLength(exact) };
    const events = (content: string): string[] => eventsOf(Buffer.from(`<s>${content}</s>`), [], limits);
    expect(events(`${exact}${' '.repeat(500)}${exact}`).at(-1)).toBe('footer');
    expect(events(exact.replace('</a>', '</a >')).at(-1)).toBe(
      `error too-large maxStanzaBytes ${3 + exact.length}`,
    );
  });

  it('bounds the header and its declaration too', () => {
    const long = `<?xml version='1.0'?>${' '.repeat(200)}<s>`;
    expect(eventsOf(Buffer.from(long), [], SMALL)).toEqual(['error too-large maxStanzaBytes 120']);
  });

  it('counts elements and depth anew in each stanza', () => {
    expect(verdict('<a><b/><b/><b/></a>'.repeat(3), ROOMY)).toBe('footer');
  });
});

describe("Tigase's numbers (S01c)", () => {
  const inStream = (content: string, limits = TIGASE_LIMITS): string =>
    (eventsOf(Buffer.from(`<s>${content}</s>`), [], limits).at(-1) ?? '').replace(/ \d+$/, '');
  const attributes = (n: number): string => Array.from({ length: n }, (_, i) => `a${i}='1'`).join(' ');

  it.each([
    ['900 children', `<a>${'<b/>'.repeat(900)}</a>`, 'footer'],
    ['1,100 children', `<a>${'<b/>'.repeat(1_100)}</a>`, 'error too-large maxElements'],
    ['1.0 MB of body', `<a>${'x'.repeat(1_000_000)}</a>`, 'footer'],
    ['1.2 MB of body', `<a>${'x'.repeat(1_200_000)}</a>`, 'error too-large maxTextChars'],
    ['50 attributes', `<a ${attributes(50)}/>`, 'footer'],
    ['60 attributes', `<a ${attributes(60)}/>`, 'error too-large maxAttributes'],
    ['a value of 9 KB', `<a b='${'x'.repeat(9_000)}'/>`, 'footer'],
    ['a value of 20 KB', `<a b='${'x'.repeat(20_000)}'/>`, 'error too-large maxAttributeValueChars'],
    ['a name of 2,000', `<${'a'.repeat(2_000)}/>`, 'error too-large maxNameChars'],
    ['nesting of 500', `${'<a>'.repeat(500)}${'</a>'.repeat(500)}`, 'footer'],
    ['nesting of 5,000', '<a>'.repeat(5_000), 'error too-large maxDepth'],
  ])('%s', (_what, content, expected) => {
    expect(inStream(content)).toBe(expected);
  });

  it('a node between cluster nodes takes more elements, and the number is a setting', () => {
    const many = `<a>${'<b/>'.repeat(1_100)}</a>`;
    expect(inStream(many, CLUSTER_LIMITS)).toBe('footer');
    expect(inStream(many, withElementLimit(TIGASE_LIMITS, 1_101))).toBe('footer');
    expect(inStream(many, withElementLimit(TIGASE_LIMITS, 1_100))).toBe('error too-large maxElements');
  });
});
