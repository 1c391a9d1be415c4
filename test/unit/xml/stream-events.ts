import { TIGASE_LIMITS, type XmlLimits } from '#core/xml/limits.js';
import { serialize } from '#core/xml/serialize.js';
import { XmlStreamParser, type XmlSink } from '#core/xml/stream-parser.js';

/** A stream header that binds what the fixtures use. */
export const HEADER = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";

/** A sink that writes down what it hears, one line per event. */
export function recorder(): { events: string[]; sink: XmlSink } {
  const events: string[] = [];
  const sink: XmlSink = {
    header: (el) => events.push(`header ${serialize(el)}`),
    stanza: (el) => events.push(`stanza ${serialize(el)}`),
    footer: () => events.push('footer'),
    error: (e) => events.push(`error ${e.code} ${e.ruleDetail} ${e.offset}`),
  };
  return { events, sink };
}

/** The events of these bytes, cut at the given places (ascending). */
export function eventsOf(
  bytes: Uint8Array,
  cuts: readonly number[] = [],
  limits: XmlLimits = TIGASE_LIMITS,
): string[] {
  const { events, sink } = recorder();
  const parser = new XmlStreamParser(limits);
  let from = 0;
  for (const at of [...cuts, bytes.length]) {
    parser.push(bytes.subarray(from, at), sink);
    from = at;
  }
  return events;
}

/** Every index: fed byte by byte. */
export function everyByte(bytes: Uint8Array): number[] {
  return Array.from({ length: Math.max(0, bytes.length - 1) }, (_, i) => i + 1);
}

/** The events of a text, after checking that byte by byte and every single cut give the same. */
export function eventsAtEverySplit(input: string | Uint8Array, limits: XmlLimits = TIGASE_LIMITS): string[] {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  const whole = eventsOf(bytes, [], limits);
  const variants = [everyByte(bytes), ...everyByte(bytes).map((at) => [at])];
  for (const cuts of variants) {
    const events = eventsOf(bytes, cuts, limits);
    if (JSON.stringify(events) !== JSON.stringify(whole)) {
      throw new Error(
        `cut at ${cuts.length === 1 ? cuts[0] : 'every byte'}:\n${events.join('\n')}\nwhole:\n${whole.join('\n')}`,
      );
    }
  }
  return whole;
}

/** The last event inside a stream: what became of `content` between header and footer, without the offset. */
export function verdict(content: string | Uint8Array, limits: XmlLimits = TIGASE_LIMITS): string {
  const bytes = Buffer.concat([Buffer.from(HEADER), Buffer.from(content), Buffer.from('</stream:stream>')]);
  const last = eventsAtEverySplit(bytes, limits).at(-1) ?? '';
  return last.replace(/ \d+$/, '');
}
