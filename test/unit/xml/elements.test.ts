import { describe, expect, it } from 'vitest';
import {
  childElements,
  childNamed,
  cloneElement,
  element,
  textOf,
  xmlnsOf,
  type Element,
} from '#core/xml/element.js';
import { escapeXml, openTag, serialize } from '#core/xml/serialize.js';
import { parseElement } from '#core/xml/stanza-parser.js';

function deep(levels: number): Element {
  const root = element('a');
  let at = root;
  for (let i = 1; i < levels; i += 1) at = at.cnode(element('a'));
  return root;
}

function parsed(text: string): Element {
  const result = parseElement(text);
  if (!result.ok) throw new Error(result.error.ruleDetail);
  return result.element;
}

describe('elements', () => {
  it('are built without the attributes that are undefined', () => {
    const el = element('message', { to: 'a', from: undefined }, element('body', {}, 'hi'), 'x', '');
    expect(serialize(el)).toBe('<message to="a"><body>hi</body>x</message>');
    expect(childElements(el).map((child) => child.parent === el)).toEqual([true]);
    expect(textOf(el)).toBe('x');
  });

  it('find children by name and namespace, declared or inherited', () => {
    const iq = parsed(`<iq xmlns='c' xmlns:p='q'><query xmlns='a'/><query xmlns='b'/><p:item/><ping/></iq>`);
    expect(childNamed(iq, 'query')?.attrs.xmlns).toBe('a');
    expect(childNamed(iq, 'query', 'b')?.attrs.xmlns).toBe('b');
    expect(childNamed(iq, 'ping', 'c')?.name).toBe('ping');
    expect(childNamed(iq, 'item', 'q')?.name).toBe('p:item');
    expect(childNamed(iq, 'p:item')?.name).toBe('p:item');
    expect(childNamed(iq, 'ping', 'a')).toBeUndefined();
    expect(childNamed(iq, 'nothing')).toBeUndefined();
  });

  it('know their namespace', () => {
    const root = parsed(`<a xmlns='u'><b><c xmlns=''/></b></a>`);
    const b = childNamed(root, 'b');
    expect(b && xmlnsOf(b)).toBe('u');
    const c = b && childNamed(b, 'c');
    expect(c && xmlnsOf(c)).toBeUndefined();
    expect(xmlnsOf(element('constructor:x'))).toBeUndefined();
  });

  it('are cloned and written at a depth of 20,000', () => {
    const copy = cloneElement(deep(20_000));
    expect(serialize(copy)).toBe(`${'<a>'.repeat(19_999)}<a/>${'</a>'.repeat(19_999)}`);
  });

  it('are cloned in order and apart from the original', () => {
    const el = parsed(`<a x='1'>t<b><c/>u</b>v<d/></a>`);
    const copy = cloneElement(el);
    expect(serialize(copy)).toBe(serialize(el));
    copy.attrs.x = '2';
    childNamed(copy, 'b')?.remove('c');
    expect(serialize(el)).toBe('<a x="1">t<b><c/>u</b>v<d/></a>');
  });
});

describe('writing', () => {
  it('escapes text and values', () => {
    expect(serialize(element('a', { b: `<&>"'` }, `<&>"'`))).toBe(
      `<a b="&lt;&amp;&gt;&quot;&apos;">&lt;&amp;&gt;"'</a>`,
    );
    expect(escapeXml(`plain`)).toBe('plain');
    expect(openTag('stream:stream', { to: 'a&b', from: undefined })).toBe('<stream:stream to="a&amp;b">');
  });
});

describe('parseElement', () => {
  it('takes one element, white space around it, and the stream prefixes', () => {
    expect(serialize(parsed(` <?xml version='1.0'?>`.trim() + `\n<stream:error><a/></stream:error>\n`))).toBe(
      '<stream:error><a/></stream:error>',
    );
    expect(textOf(parsed('<a>中😀</a>'))).toBe('中😀');
  });

  it.each([
    ['', 'no-element', 0],
    ['  ', 'no-element', 2],
    ['text', 'text-before-root', 0],
    ['<a>', 'unclosed-element', 3],
    ['<a', 'unclosed-element', 2],
    ['<a/>x', 'trailing-content', 4],
    ['<a/><b/>', 'trailing-content', 5],
    ['<é>&</é>', 'bare-ampersand', 4],
    ['<a>\ud800</a>', 'illegal-character', 3],
    ['<x:a/>', 'unbound-prefix', 6],
  ])('refuses %j: %s at %i', (text, ruleDetail, offset) => {
    expect(parseElement(text)).toEqual({ ok: false, error: { code: 'not-well-formed', ruleDetail, offset } });
  });
});
