import {
  DOUBLE_QUOTED_STOP,
  isSpace,
  PLAIN_NAME_STOP,
  SINGLE_QUOTED_STOP,
  startsName,
  TEXT_STOP,
} from './char-classes.js';
import { Element } from './element.js';
import type { XmlLimits } from './limits.js';
import { NO_BYTES } from './token-scanner.js';
import { GT, LT } from './tokenizer-state.js';

const SLASH = 0x2f;
const EQUALS = 0x3d;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

/**
 * Reads a stanza at one go, if all of it is there and it is written as nearly all are: in ASCII, without prefixes,
 * references and CDATA, one blank before an attribute and none elsewhere in a tag, and below every limit. It gives the
 * elements that the tokenizer would give. Of everything else, and of everything that is wrong, it says nothing: that is
 * for the tokenizer to judge, from the stanza's first byte.
 */
export class WholeStanza {
  private readonly limits: XmlLimits;
  private bytes: Uint8Array = NO_BYTES;
  /** The same bytes, one character each: what is cut comes from here. */
  private chunk = '';
  private at = 0;
  private end = 0;
  private elements = 0;
  private depth = 0;
  private current: Element | undefined;
  private root: Element | undefined;

  constructor(limits: XmlLimits) {
    this.limits = limits;
  }

  /** Index behind the stanza that was read last. */
  get next(): number {
    return this.at;
  }

  /** The stanza that begins with the `<` at index `from`; undefined: it is not for this reader. */
  read(bytes: Uint8Array, chunk: string, from: number): Element | undefined {
    this.bytes = bytes;
    this.chunk = chunk;
    this.at = from;
    this.end = Math.min(chunk.length, from + this.limits.maxStanzaBytes - 1);
    this.elements = 0;
    this.depth = 0;
    this.current = undefined;
    this.root = undefined;
    const stanza = this.readTags() ? this.root : undefined;
    this.bytes = NO_BYTES;
    this.chunk = '';
    this.current = undefined;
    return stanza;
  }

  /** Tags and what is between them, up to the end of the stanza. */
  private readTags(): boolean {
    for (;;) {
      const isEnd = this.bytes[this.at + 1] === SLASH;
      if (!(isEnd ? this.readEndTag() : this.readStartTag())) return false;
      if (this.current === undefined) return true;
      if (!this.readText(this.current)) return false;
    }
  }

  private readEndTag(): boolean {
    const { current, at } = this;
    if (current === undefined) return false;
    const { name } = current;
    const after = at + 2 + name.length;
    if (after >= this.end || this.bytes[after] !== GT || !this.chunk.startsWith(name, at + 2)) return false;
    this.at = after + 1;
    this.leave();
    return true;
  }

  private readStartTag(): boolean {
    this.at += 1;
    const name = this.readName();
    if (name === '') return false;
    const element = new Element(name);
    this.elements += 1;
    this.depth += 1;
    if (this.elements >= this.limits.maxElements || this.depth >= this.limits.maxDepth) return false;
    if (this.current === undefined) this.root = element;
    else {
      element.parent = this.current;
      append(this.current, element);
    }
    this.current = element;
    return this.readAttributes(element.attrs as Record<string, string>) && this.endStartTag();
  }

  private endStartTag(): boolean {
    if (this.bytes[this.at] === SLASH) {
      this.at += 1;
      this.leave();
    }
    if (this.at >= this.end || this.bytes[this.at] !== GT) return false;
    this.at += 1;
    return true;
  }

  private readAttributes(attrs: Record<string, string>): boolean {
    let count = 0;
    while (this.at < this.end && isSpace(this.bytes[this.at] ?? 0)) {
      this.at += 1;
      count += 1;
      if (count >= this.limits.maxAttributes || !this.readAttribute(attrs)) return false;
    }
    return true;
  }

  private readAttribute(attrs: Record<string, string>): boolean {
    const name = this.readName();
    if (name === '' || name === '__proto__' || Object.hasOwn(attrs, name)) return false;
    const quote = this.bytes[this.at + 1];
    if (this.bytes[this.at] !== EQUALS || (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE)) return false;
    const from = this.at + 2;
    const to = this.skip(quote === DOUBLE_QUOTE ? DOUBLE_QUOTED_STOP : SINGLE_QUOTED_STOP, from);
    if (to >= this.end || this.bytes[to] !== quote) return false;
    if (to - from >= this.limits.maxAttributeValueChars) return false;
    attrs[name] = this.chunk.slice(from, to);
    this.at = to + 1;
    return true;
  }

  /** A name without a prefix; empty: there is none. */
  private readName(): string {
    const from = this.at;
    const first = this.bytes[from] ?? 0;
    if (!startsName(first) || first >= 0x80) return '';
    const to = this.skip(PLAIN_NAME_STOP, from);
    if (to - from >= this.limits.maxNameChars) return '';
    this.at = to;
    return this.chunk.slice(from, to);
  }

  private readText(within: Element): boolean {
    const from = this.at;
    const to = this.skip(TEXT_STOP, from);
    if (to >= this.end || this.bytes[to] !== LT || to - from >= this.limits.maxTextChars) return false;
    if (to > from) append(within, this.chunk.slice(from, to));
    this.at = to;
    return true;
  }

  private leave(): void {
    this.current = this.current?.parent ?? undefined;
    this.depth -= 1;
  }

  /** Index of the first byte from `from` on that the table stops at, or the end of what there is. */
  private skip(stops: Uint8Array, from: number): number {
    const { bytes, end } = this;
    let at = from;
    while (at < end && stops[bytes[at] ?? 0] === 0) at += 1;
    return at;
  }
}

/** Most elements have one child: an array that is pushed to takes room for seventeen. */
function append(parent: Element, child: Element | string): void {
  if (parent.children.length === 0) parent.children = [child];
  else parent.children.push(child);
}
