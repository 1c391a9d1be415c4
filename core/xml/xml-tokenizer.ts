import { CDATA_STOP, isSpace, startsName, TEXT_STOP } from './char-classes.js';
import type { XmlLimits } from './limits.js';
import { NamespaceScope } from './namespace-scope.js';
import { TagReader } from './tag-reader.js';
import { NO_BYTES, NO_MARK, type TokenHandler } from './token-scanner.js';
import {
  AMP,
  BANG,
  BETWEEN,
  CDATA,
  DECLARATION,
  END_NAME,
  ENTITY,
  GT,
  LESS_THAN,
  LT,
  NAME,
  TEXT,
} from './tokenizer-state.js';
import { byteString } from './utf8-check.js';
import { judgeDeclaration } from './xml-declaration.js';

/** How the bytes are to be read. */
export interface TokenizerOptions {
  readonly limits: XmlLimits;
  /** `stream`: the root is a header and its children are the stanzas; `element`: the root is the only stanza. */
  readonly framing: 'stream' | 'element';
  /** Whether a new header (with or without declaration) may stand where a stanza would: a stream restart. */
  readonly restarts?: boolean;
  /** Prefixes bound outside of what is read. */
  readonly inheritedPrefixes?: readonly string[];
}

const CDATA_OPENING = '[CDATA[';

/**
 * A strict, streaming XML tokenizer for XMPP (RFC 6120 §11): every byte is looked at once, in order, so neither the
 * events nor the place of an error depend on how the bytes were cut.
 */
export class XmlTokenizer extends TagReader {
  private readonly options: TokenizerOptions;
  private readonly scope: NamespaceScope;
  /** The level of stanzas: 1 below a stream header, 0 for an element on its own. */
  private readonly stanzaLevel: number;
  private epoch = 0;
  private declarationAllowed = true;
  private declarationSeen = false;
  private restarted = false;
  private bang = 0;
  private elements = 0;
  private frameEnd = Infinity;
  private frameStartOffset = 0;

  constructor(options: TokenizerOptions, handler: TokenHandler) {
    super(options.limits, handler);
    this.options = options;
    this.stanzaLevel = options.framing === 'stream' ? 1 : 0;
    this.scope = new NamespaceScope(options.inheritedPrefixes);
  }

  /** Bytes read so far, up to and including the event that is being told. */
  get offset(): number {
    return this.base + this.pos;
  }

  /** Where the header (its declaration), stanza or footer that is open or was just told begins, in bytes. */
  get frameStart(): number {
    return this.frameStartOffset;
  }

  /** Whether nothing is open but the stream itself: what was read since the last frame is white space. */
  get between(): boolean {
    return this.state === BETWEEN && !this.declarationSeen;
  }

  /** How many elements are open. */
  get depth(): number {
    return this.names.length;
  }

  /** Reads the next bytes. Handlers may call `restart`; what follows in the same chunk is then read afresh. */
  push(bytes: Uint8Array): void {
    if (this.stopped) {
      this.base += bytes.length;
      return;
    }
    this.bytes = bytes;
    this.chunk = byteString(bytes);
    this.pos = 0;
    if (this.mark !== NO_MARK) this.mark = 0;
    while (!this.stopped && this.pos < this.chunk.length) {
      this.end = Math.min(this.chunk.length, this.frameEnd - this.base);
      if (this.pos < this.end) this.step();
      if (this.base + this.pos >= this.frameEnd && !this.stopped) this.fail('too-large', 'maxStanzaBytes');
    }
    if (this.mark !== NO_MARK) this.save();
    this.base += this.chunk.length;
    this.bytes = NO_BYTES;
    this.chunk = '';
    this.pos = 0;
  }

  /** Forgets everything but the byte count: the next thing is a header again (RFC 6120 §4.3.3). */
  restart(): void {
    this.names = [];
    this.scope.reset();
    this.forget();
    this.state = BETWEEN;
    this.stopped = false;
    this.epoch += 1;
    this.frameEnd = Infinity;
    this.declarationAllowed = true;
    this.declarationSeen = false;
    this.restarted = true;
  }

  private step(): void {
    if (this.state >= NAME) {
      this.stepInTag();
      return;
    }
    switch (this.state) {
      case BETWEEN:
        return this.readBetween();
      case TEXT:
        return this.readText();
      case ENTITY:
        return this.readEntity();
      case LESS_THAN:
        return this.readLessThan(this.chunk.charCodeAt(this.pos));
      case DECLARATION:
        return this.readDeclaration();
      case BANG:
        return this.readBang();
      default:
        return this.readCdata();
    }
  }

  /** Outside of any stanza: white space keeps the connection alive (RFC 6120 §4.6.1), anything else is no XMPP. */
  private readBetween(): void {
    const { chunk, end } = this;
    const from = this.pos;
    let i = from;
    while (i < end && isSpace(chunk.charCodeAt(i))) i += 1;
    this.pos = i;
    // White space after SASL success belongs to the stream before; at the very start it forbids a declaration.
    if (i > from && !this.restarted) this.declarationAllowed = false;
    if (i === end) return;
    if (chunk.charCodeAt(i) !== LT) return this.refuseBetween(chunk.charCodeAt(i));
    if (!this.declarationSeen) this.startFrame();
    if (this.readWhole()) return;
    this.state = LESS_THAN;
    this.pos = i + 1;
  }

  /** Whether the handler has read the stanza that begins here by itself. */
  private readWhole(): boolean {
    if (this.names.length !== this.stanzaLevel || this.declarationSeen) return false;
    const next = this.handler.whole?.(this.bytes, this.chunk, this.pos) ?? 0;
    if (next === 0) return false;
    this.pos = next;
    this.endFrame();
    this.handler.close(this.stanzaLevel);
    return true;
  }

  private refuseBetween(code: number): void {
    if (code < 0x20) this.malformed('illegal-character');
    else if (this.names.length > 0) this.fail('bad-format', 'text-between-stanzas');
    else if (this.elements > 0 && this.options.framing === 'element') this.malformed('trailing-content');
    else this.malformed('text-before-root');
  }

  private startFrame(): void {
    this.frameStartOffset = this.base + this.pos;
    this.frameEnd = this.frameStartOffset + this.limits.maxStanzaBytes;
  }

  private endFrame(): void {
    this.state = BETWEEN;
    // An empty element has begun a text that never comes.
    this.mark = NO_MARK;
    this.frameEnd = Infinity;
  }

  private get outsideStanza(): boolean {
    return this.names.length <= this.stanzaLevel;
  }

  private readText(): void {
    for (;;) {
      const stop = this.scan(TEXT_STOP, this.limits.maxTextChars, 'maxTextChars');
      if (stop !== GT) return this.endText(stop);
      // XML 1.0 §2.4: "]]>" MUST NOT appear in text.
      if (this.afterTwoBrackets()) return this.malformed('cdata-end-in-text');
      if (this.countOne(this.limits.maxTextChars)) return;
    }
  }

  private endText(stop: number): void {
    if (stop < 0) return;
    if (stop === LT) {
      this.front += this.take();
      this.state = LESS_THAN;
      this.pos += 1;
    } else if (stop === AMP) this.startEntity(TEXT);
    else this.malformed('illegal-character');
  }

  /** Moves over one byte that is text after all; true when that was one too many. */
  private countOne(limit: number): boolean {
    if (this.size >= limit) {
      this.fail('too-large', 'maxTextChars', this.pos + 1);
      return true;
    }
    this.pos += 1;
    this.size += 1;
    return false;
  }

  private resumeText(size: number): void {
    this.begin(TEXT);
    this.size = size;
  }

  private flushText(): void {
    const text = this.front;
    this.front = '';
    this.size = 0;
    if (text !== '') this.handler.text(text);
  }

  private readLessThan(code: number): void {
    if (code === 0x21) {
      this.pos += 1;
      this.bang = 0;
      this.state = BANG;
    } else if (code === 0x3f) this.startDeclaration();
    else if (code === 0x2f) this.startEndTag();
    else if (startsName(code)) this.startTag();
    else this.malformed('bad-tag');
  }

  private startTag(): void {
    if (this.names.length === 0 && this.elements > 0 && this.options.framing === 'element') {
      return this.malformed('trailing-content');
    }
    this.declarationAllowed = false;
    this.flushText();
    this.beginStartTag();
  }

  private startEndTag(): void {
    if (this.names.length === 0) return this.malformed('mismatched-end-tag');
    if (this.declarationSeen) return this.malformed('declaration-without-root');
    this.flushText();
    this.pos += 1;
    this.begin(END_NAME);
  }

  private startDeclaration(): void {
    const restart = this.options.restarts === true && this.names.length === 1 && !this.declarationSeen;
    if (!this.declarationAllowed && !restart) {
      return this.fail('restricted-xml', 'processing-instruction');
    }
    this.saved = '<';
    this.mark = this.pos;
    this.state = DECLARATION;
  }

  private readDeclaration(): void {
    this.pos += 1;
    const verdict = judgeDeclaration(this.saved + this.chunk.slice(this.mark, this.pos));
    if (verdict === 'more') return;
    if (verdict !== 'done') return this.fail(verdict.code, verdict.rule);
    this.take();
    this.declarationAllowed = false;
    this.declarationSeen = true;
    this.state = BETWEEN;
  }

  private readBang(): void {
    const char = this.chunk[this.pos];
    // RFC 6120 §11.1: comments and DTDs are restricted XML.
    if (this.bang === 0 && char === '-') return this.fail('restricted-xml', 'comment');
    if (this.bang === 0 && char === 'D') return this.fail('restricted-xml', 'doctype');
    if (char !== CDATA_OPENING[this.bang]) return this.malformed('bad-tag');
    this.bang += 1;
    this.pos += 1;
    if (this.bang < CDATA_OPENING.length) return;
    if (this.outsideStanza) return this.fail('bad-format', 'text-between-stanzas');
    const { size } = this;
    this.begin(CDATA);
    this.size = size;
  }

  private readCdata(): void {
    // The closing brackets are not text, but are only known for brackets at the `>`.
    const limit = this.limits.maxTextChars + 2;
    for (;;) {
      const stop = this.scan(CDATA_STOP, limit, 'maxTextChars');
      if (stop < 0) return;
      if (stop !== GT) return this.malformed('illegal-character');
      if (this.afterTwoBrackets()) break;
      if (this.countOne(limit)) return;
    }
    this.front += this.take(2);
    this.pos += 1;
    this.resumeText(this.size - 2);
  }

  protected override finishStartTag(selfClosing: boolean): void {
    this.pos += 1;
    if (this.isRestart()) {
      this.names = [];
      this.scope.reset();
    } else if (this.declarationSeen && this.names.length > 0) {
      return this.malformed('declaration-without-root');
    }
    const level = this.names.length;
    if (!this.withinStanzaLimits(level)) return;
    if (this.prefixes) {
      const rule = this.scope.enter(level, this.tagName, this.attrs);
      if (rule !== undefined) return this.malformed(rule);
    }
    this.declarationSeen = false;
    this.names.push(this.tagName);
    if (level < this.stanzaLevel) this.endFrame();
    else this.resumeText(0);
    const { epoch } = this;
    this.handler.open(this.tagName, this.attrs, level);
    if (selfClosing && epoch === this.epoch && !this.stopped) this.closeElement();
  }

  /** A header where a stanza would be: the root's name again. */
  private isRestart(): boolean {
    if (this.options.restarts !== true || this.names.length !== 1) return false;
    return this.tagName === this.names[0] || this.tagName === 'stream:stream';
  }

  private withinStanzaLimits(level: number): boolean {
    const depth = level - this.stanzaLevel + 1;
    this.elements = depth <= 1 ? 1 : this.elements + 1;
    if (depth <= this.limits.maxDepth && this.elements <= this.limits.maxElements) return true;
    this.fail('too-large', depth > this.limits.maxDepth ? 'maxDepth' : 'maxElements');
    return false;
  }

  protected override closeElement(): void {
    this.names.pop();
    const level = this.names.length;
    this.scope.leave(level);
    if (level === 0 && this.stanzaLevel === 1) this.stop();
    if (level <= this.stanzaLevel) this.endFrame();
    else this.resumeText(0);
    this.handler.close(level);
  }
}
