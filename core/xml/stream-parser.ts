import { Element } from './element.js';
import type { XmlLimits } from './limits.js';
import type { TokenHandler } from './token-scanner.js';
import { WholeStanza } from './whole-stanza.js';
import type { XmlError } from './xml-error.js';
import { XmlTokenizer } from './xml-tokenizer.js';

/** Who hears what a stream says. Each may call `restart` on the parser; none may call `push`. */
export interface XmlSink {
  /** The stream's open tag, without children. */
  header(el: Element): void;
  /** A complete child of the stream, as it was on the wire: no parent, its namespaces are what it declares itself. */
  stanza(el: Element): void;
  /** `</stream:stream>`. */
  footer(): void;
  /** The stream cannot be read on; told once. */
  error(e: XmlError): void;
}

/**
 * Bytes of one direction of an XMPP stream to stanzas. Strict (RFC 6120 §11), bounded by `limits`, linear however the
 * bytes are cut; never throws (what a sink throws goes through). After an error or a footer everything is ignored
 * until `restart`.
 */
export class XmlStreamParser {
  private readonly tokenizer: XmlTokenizer;
  private readonly builder: StanzaBuilder;

  constructor(limits: XmlLimits) {
    this.builder = new StanzaBuilder(limits);
    this.tokenizer = new XmlTokenizer({ limits, framing: 'stream' }, this.builder);
  }

  /** Why nothing is read any more, or undefined; a footer is no failure. */
  get failed(): XmlError | undefined {
    return this.builder.failed;
  }

  /** Bytes taken in so far; inside a sink callback, up to the end of what is being told. */
  get offset(): number {
    return this.tokenizer.offset;
  }

  /** Reads the next bytes, of any length, and tells the sink before it returns. */
  push(bytes: Uint8Array, sink: XmlSink): void {
    this.builder.sink = sink;
    this.tokenizer.push(bytes);
    this.builder.sink = undefined;
  }

  /**
   * A new stream begins on the same connection (RFC 6120 §4.3.3): next comes a header, perhaps with an XML declaration.
   * Called from a sink, it holds for the rest of the same push. An open stanza is forgotten.
   */
  restart(): void {
    this.builder.reset();
    this.tokenizer.restart();
  }
}

/** Makes elements from tokens, in a loop: the depth of a stanza costs no call stack. */
class StanzaBuilder implements TokenHandler {
  sink: XmlSink | undefined;
  failed: XmlError | undefined;
  private current: Element | undefined;
  private readonly quick: WholeStanza;

  constructor(limits: XmlLimits) {
    this.quick = new WholeStanza(limits);
  }

  reset(): void {
    this.failed = undefined;
    this.current = undefined;
  }

  open(name: string, attrs: Record<string, string>, level: number): void {
    const el = new Element(name);
    el.attrs = attrs;
    if (level === 0) {
      this.sink?.header(el);
      return;
    }
    if (this.current !== undefined) {
      el.parent = this.current;
      this.current.children.push(el);
    }
    this.current = el;
  }

  text(text: string): void {
    this.current?.children.push(text);
  }

  close(level: number): void {
    if (level === 0) {
      this.sink?.footer();
      return;
    }
    const el = this.current;
    this.current = el?.parent ?? undefined;
    if (level === 1 && el !== undefined) this.sink?.stanza(el);
  }

  whole(bytes: Uint8Array, chunk: string, from: number): number {
    const stanza = this.quick.read(bytes, chunk, from);
    if (stanza === undefined) return 0;
    this.current = stanza;
    return this.quick.next;
  }

  error(error: XmlError): void {
    this.failed = error;
    this.current = undefined;
    this.sink?.error(error);
  }
}
