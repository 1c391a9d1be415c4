import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { element, type Element } from '#core/xml/element.js';
import { CLUSTER_LIMITS, TIGASE_LIMITS } from '#core/xml/limits.js';
import { serialize } from '#core/xml/serialize.js';
import { parseElement } from '#core/xml/stanza-parser.js';
import { TopLevelFramer } from '#core/xml/top-level-framer.js';
import { eventsOf, everyByte, HEADER } from './stream-events.js';

/** A tree as plain data: what two elements are compared by. */
interface Tree {
  name: string;
  attrs: [string, string][];
  children: (Tree | string)[];
}

const name = fc.oneof(
  fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_.-]{0,8}$/),
  fc.constantFrom('message', '名', 'é', '__proto__', 'constructor', 'xml:lang', 'stream:x'),
);
const xmlText = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('<', '>', '&', ']', '"', "'", ' ', '\n', '中', '😀'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
  })
  .map((text) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''));
const attrs = fc.uniqueArray(fc.tuple(name, xmlText), { selector: ([key]) => key, maxLength: 4 });
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    name,
    attrs,
    children: fc.array(fc.oneof({ depthSize: 'small', withCrossShrink: true }, xmlText, tie('tree')), {
      maxLength: 4,
    }),
  }),
}));

function toElement({ name: called, attrs: pairs, children }: Tree): Element {
  const el = element(
    called,
    {},
    ...children.map((child) => (typeof child === 'string' ? child : toElement(child))),
  );
  for (const [key, value] of pairs) {
    Object.defineProperty(el.attrs, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return el;
}

/** Adjacent texts are one text on the wire, and empty ones are none. */
function toTree(el: Element): Tree {
  const children: (Tree | string)[] = [];
  for (const child of el.children) {
    const last = children.at(-1);
    if (typeof child !== 'string') children.push(toTree(child));
    else if (typeof last === 'string') children[children.length - 1] = last + child;
    else children.push(child);
  }
  return { name: el.name, attrs: Object.entries(el.attrs), children };
}

/** Pieces that are nearly XML, so that random streams get somewhere. */
const fragment = fc.constantFrom(
  HEADER,
  '<?xml version="1.0"?>',
  '<a>',
  '</a>',
  '<b c="d">',
  '</b>',
  '<b/>',
  '</stream:stream>',
  '&amp;',
  '&#65;',
  '&',
  '<![CDATA[',
  ']]>',
  ']',
  '>',
  '<',
  '"',
  "'",
  ' ',
  'text',
  '中',
  '\0',
  '<!--',
  '<?',
  'xmlns:p="u"',
  '<p:x',
  '/>',
  '<stream:stream>',
);
const nearlyXml = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fragment.map((text) => Buffer.from(text)) },
      fc.uint8Array({ maxLength: 3 }),
    ),
    {
      maxLength: 30,
    },
  )
  .map((parts) => Buffer.concat(parts));
const input = fc.oneof(
  nearlyXml,
  nearlyXml.map((bytes) => Buffer.concat([Buffer.from(HEADER), bytes])),
  fc.uint8Array({ maxLength: 60 }),
);
const withCuts = input.chain((bytes) =>
  fc.tuple(
    fc.constant(bytes),
    fc.array(fc.nat(bytes.length), { maxLength: 6 }).map((cuts) => cuts.toSorted((a, b) => a - b)),
  ),
);

describe('properties', () => {
  it('any tree, written and read, is itself', () => {
    fc.assert(
      fc.property(tree, (data) => {
        const el = toElement(data);
        const result = parseElement(serialize(el));
        expect(result.ok && toTree(result.element)).toEqual(toTree(el));
      }),
      { numRuns: 300 },
    );
  });

  it('any bytes, cut anywhere, give the same events and never throw', () => {
    const small = { ...TIGASE_LIMITS, maxTextChars: 8, maxDepth: 3, maxElements: 5, maxStanzaBytes: 100 };
    fc.assert(
      fc.property(withCuts, fc.constantFrom(TIGASE_LIMITS, small), ([bytes, cuts], limits) => {
        const whole = eventsOf(bytes, [], limits);
        expect(eventsOf(bytes, cuts, limits)).toEqual(whole);
        expect(eventsOf(bytes, everyByte(bytes), limits)).toEqual(whole);
      }),
      { numRuns: 2_000 },
    );
  });

  it('any text is an element or a refusal whose offset lies in it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), nearlyXml.map(String)), (text) => {
        const result = parseElement(text, CLUSTER_LIMITS);
        if (!result.ok) expect(result.error.offset >= 0 && result.error.offset <= text.length).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('any bytes, cut anywhere, leave the framer unchanged and in the same frames', () => {
    fc.assert(
      fc.property(withCuts, ([bytes, cuts]) => {
        for (const places of [[], cuts, everyByte(bytes)]) {
          const framer = new TopLevelFramer(TIGASE_LIMITS);
          const frames: Uint8Array[] = [];
          let from = 0;
          for (const at of [...places, bytes.length]) {
            frames.push(...framer.push(bytes.subarray(from, at)));
            from = at;
          }
          const out = Buffer.concat(frames);
          expect(out.equals(bytes.subarray(0, out.length))).toBe(true);
          expect(out.length + framer.buffered).toBe(bytes.length);
          expect(frames.every((frame) => frame.length > 0)).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
