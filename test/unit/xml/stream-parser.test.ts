import { describe, expect, it } from 'vitest';
import type { Element } from '#core/xml/element.js';
import { TIGASE_LIMITS } from '#core/xml/limits.js';
import { XmlStreamParser, type XmlSink } from '#core/xml/stream-parser.js';
import { eventsAtEverySplit, eventsOf, HEADER, recorder } from './stream-events.js';

const HEADER_EVENT =
  'header <stream:stream xmlns="jabber:client" xmlns:stream="http://etherx.jabber.org/streams"/>';

describe('a stream', () => {
  it('is told as header, stanzas, footer, however it is cut', () => {
    const text =
      `<?xml version='1.0' encoding='UTF-8'?>\n${HEADER} \n<message to="a@b" id='1'><body>hi</body></message>` +
      `<presence/>\t<iq type='get' ><query xmlns='x' /></iq >\n</stream:stream >ignored <`;
    expect(eventsAtEverySplit(text)).toEqual([
      HEADER_EVENT,
      'stanza <message to="a@b" id="1"><body>hi</body></message>',
      'stanza <presence/>',
      'stanza <iq type="get"><query xmlns="x"/></iq>',
      'footer',
    ]);
  });

  it('resolves references and CDATA into one text', () => {
    const text = `${HEADER}<a t='&quot;&#x4e2d;&apos;'>x&lt;<![CDATA[<&]]]>]]]]&gt;<![CDATA[]]>&#65;&#128512;é中😀</a>`;
    expect(eventsAtEverySplit(text)).toEqual([
      HEADER_EVENT,
      'stanza <a t="&quot;中&apos;">x&lt;&lt;&amp;]]]]]&gt;A😀é中😀</a>',
    ]);
  });

  it('keeps white space, quotes, order and odd names as they are on the wire', () => {
    const text = `${HEADER}<a z='1' __proto__='2' a='"&#10;' constructor="3"> \r\n<b/>\t</a>`;
    const seen: Element[] = [];
    const { sink } = recorder();
    new XmlStreamParser(TIGASE_LIMITS).push(Buffer.from(text), { ...sink, stanza: (el) => seen.push(el) });
    expect(Object.entries(seen[0]?.attrs ?? {})).toEqual([
      ['z', '1'],
      ['__proto__', '2'],
      ['a', '"\n'],
      ['constructor', '3'],
    ]);
    expect(seen[0]?.parent).toBeNull();
    expect(seen[0]?.children.map((child) => (typeof child === 'string' ? child : child.name))).toEqual([
      ' \r\n',
      'b',
      '\t',
    ]);
  });

  it('takes prefixes from the header and from ancestors, and drops them with their element', () => {
    const ok = `${HEADER}<stream:features/><a xmlns:p='u'><p:b p:c='1' xml:lang='en'/></a>`;
    expect(eventsAtEverySplit(ok)).toHaveLength(3);
    expect(eventsAtEverySplit(`${ok}<p:b/>`).at(-1)).toMatch(/^error not-well-formed unbound-prefix/);
  });

  it('gives the header before anything else has come, and the error of a bad one', () => {
    expect(eventsOf(Buffer.from(HEADER))).toEqual([HEADER_EVENT]);
    expect(eventsAtEverySplit('GET / HTTP/1.1\r\n\r\n')).toEqual([
      'error not-well-formed text-before-root 0',
    ]);
    expect(eventsAtEverySplit('<?xml version="1.0"?>junk')).toEqual([
      'error not-well-formed text-before-root 21',
    ]);
    expect(eventsAtEverySplit('<root/>')).toEqual(['header <root/>', 'footer']);
  });

  it('tells an error once, remembers it, and ignores the rest', () => {
    const { events, sink } = recorder();
    const parser = new XmlStreamParser(TIGASE_LIMITS);
    parser.push(Buffer.from(`${HEADER}<a></b><c/>`), sink);
    parser.push(Buffer.from('<d/>'), sink);
    expect(events.slice(1)).toEqual([`error not-well-formed mismatched-end-tag ${HEADER.length + 6}`]);
    expect(parser.failed?.ruleDetail).toBe('mismatched-end-tag');
    parser.restart();
    expect(parser.failed).toBeUndefined();
    parser.push(Buffer.from('<s>'), sink);
    expect(events.at(-1)).toBe('header <s/>');
  });

  it('counts offsets in bytes since the beginning, over restarts', () => {
    const { events, sink } = recorder();
    const parser = new XmlStreamParser(TIGASE_LIMITS);
    parser.push(Buffer.from('<s><a>é</a>'), sink);
    expect(parser.offset).toBe(12);
    parser.restart();
    parser.push(Buffer.from('<s>&'), sink);
    expect(events.at(-1)).toBe('error bad-format text-between-stanzas 15');
  });

  it('survives a megabyte byte by byte, in text, in a value, in a name and in brackets', () => {
    const bodies = [`<b>${'x'.repeat(1_000_000)}</b>`, `<b>${']>'.repeat(50_000)}</b>`];
    for (const body of bodies) {
      const { events, sink } = recorder();
      const parser = new XmlStreamParser(TIGASE_LIMITS);
      const bytes = Buffer.from(`<s>${body}`);
      for (let i = 0; i < bytes.length; i += 1) parser.push(bytes.subarray(i, i + 1), sink);
      expect(events).toHaveLength(2);
      expect(parser.failed).toBeUndefined();
    }
  });
});

describe('a stream restart', () => {
  /** Restarts after each `<success/>`, from inside the callback. */
  function restarting(cuts: number[], bytes: Buffer): string[] {
    const { events, sink } = recorder();
    const parser = new XmlStreamParser(TIGASE_LIMITS);
    const own: XmlSink = {
      ...sink,
      stanza: (el) => {
        sink.stanza(el);
        if (el.name === 'success') parser.restart();
      },
      footer: () => {
        sink.footer();
        parser.restart();
      },
    };
    let from = 0;
    for (const at of [...cuts, bytes.length]) {
      parser.push(bytes.subarray(from, at), own);
      from = at;
    }
    return events;
  }

  it('called from a callback reads the rest of the push afresh, at every split', () => {
    const text = `<?xml version='1.0'?><s xmlns:p='u'><p:a/><success/>\n<?xml version='1.0'?><s><é>中</é></s><?xml version='1.0'?><t><p:a/>`;
    const bytes = Buffer.from(text);
    const whole = restarting([], bytes);
    expect(whole.map((line) => line.replace(/ \d+$/, ''))).toEqual([
      'header <s xmlns:p="u"/>',
      'stanza <p:a/>',
      'stanza <success/>',
      'header <s/>',
      'stanza <é>中</é>',
      'footer',
      'header <t/>',
      'error not-well-formed unbound-prefix',
    ]);
    for (let at = 1; at < bytes.length; at += 1) expect(restarting([at], bytes)).toEqual(whole);
  });

  it('called between pushes forgets what was open', () => {
    const { events, sink } = recorder();
    const parser = new XmlStreamParser(TIGASE_LIMITS);
    parser.push(Buffer.from('<s><a b="\xc3', 'latin1'), sink);
    parser.restart();
    parser.push(Buffer.from("<?xml version='1.0'?><t><u>v</u>"), sink);
    expect(events).toEqual(['header <s/>', 'header <t/>', 'stanza <u>v</u>']);
  });

  it('is no restart without the call: a second header is a stanza that never ends', () => {
    expect(eventsOf(Buffer.from(`${HEADER}${HEADER}<a/>`))).toEqual([HEADER_EVENT]);
    expect(eventsOf(Buffer.from(`${HEADER}<?xml version='1.0'?>${HEADER}`))[1]).toMatch(
      /^error restricted-xml/,
    );
  });
});
