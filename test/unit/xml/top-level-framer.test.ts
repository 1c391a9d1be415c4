import { describe, expect, it } from 'vitest';
import { TIGASE_LIMITS } from '#core/xml/limits.js';
import { TopLevelFramer } from '#core/xml/top-level-framer.js';
import { everyByte } from './stream-events.js';

const DECLARATION = "<?xml version='1.0'?>";
const HEADER = "<stream:stream xmlns='jabber:client' xmlns:stream='s'>";

function texts(frames: readonly Uint8Array[]): string[] {
  return frames.map((frame) => Buffer.from(frame).toString());
}

function framesOf(text: string, cuts: readonly number[] = [], limits = TIGASE_LIMITS): string[] {
  const framer = new TopLevelFramer(limits);
  const bytes = Buffer.from(text);
  const frames: string[] = [];
  let from = 0;
  for (const at of [...cuts, bytes.length]) {
    for (const frame of framer.push(bytes.subarray(from, at))) frames.push(Buffer.from(frame).toString());
    from = at;
  }
  return frames;
}

describe('the framer', () => {
  it('cuts headers, elements, white space and the footer, at every split', () => {
    const expected = [
      `${DECLARATION}\n${HEADER}`,
      ' ',
      "<a b='>'>中<![CDATA[</a>]]><c/></a>",
      '<b/>',
      '</stream:stream>',
    ];
    const text = expected.join('');
    expect(framesOf(text)).toEqual(expected);
    expect(framesOf(text, everyByte(Buffer.from(text)))).toEqual(expected);
    for (const at of everyByte(Buffer.from(text))) expect(framesOf(text, [at])).toEqual(expected);
  });

  it('takes a new header for a stream restart, with and without declaration', () => {
    const expected = [
      HEADER,
      '<auth>x</auth>',
      DECLARATION + HEADER,
      '<a/>',
      HEADER,
      '<b/>',
      '</stream:stream>',
    ];
    const text = expected.join('');
    expect(framesOf(text)).toEqual(expected);
    expect(framesOf(text, everyByte(Buffer.from(text)))).toEqual(expected);
    expect(framesOf('<s><a/><s><b/>')).toEqual(['<s>', '<a/>', '<s>', '<b/>']);
    expect(framesOf('<s><stream:stream xmlns:stream="x"><stream:a/>')).toHaveLength(3);
  });

  it('passes everything raw from a mistake on', () => {
    const framer = new TopLevelFramer(TIGASE_LIMITS);
    expect(texts(framer.push(Buffer.from(`${HEADER}<a><b>`)))).toEqual([HEADER]);
    expect(framer.buffered).toBe(6);
    expect(texts(framer.push(Buffer.from('</a> more')))).toEqual(['<a><b></a> more']);
    expect(framer.passing).toBe(true);
    expect(texts(framer.push(Buffer.from('<x')))).toEqual(['<x']);
    expect(framer.buffered).toBe(0);
  });

  it('passes what follows a footer, and a declaration without a header, raw', () => {
    expect(framesOf(`${HEADER}</stream:stream>\n<x`)).toEqual([HEADER, '</stream:stream>', '\n<x']);
    expect(framesOf(`${HEADER}${DECLARATION}<a/>`)).toEqual([HEADER, `${DECLARATION}<a/>`]);
  });

  it('never holds more than the limit', () => {
    const limits = { ...TIGASE_LIMITS, maxStanzaBytes: 60 };
    const text = `<s><a>${'x'.repeat(100)}</a>`;
    expect(framesOf(text, everyByte(Buffer.from(text)), limits).slice(0, 3)).toEqual([
      '<s>',
      `<a>${'x'.repeat(57)}`,
      'x',
    ]);
    expect(framesOf(text, [], limits)).toEqual(['<s>', text.slice(3)]);
  });
});
