import type { XmlLimits } from './limits.js';
import { BETWEEN } from './tokenizer-state.js';
import { decodeUtf8, Utf8Check } from './utf8-check.js';
import type { XmlError, XmlErrorCode, XmlRule } from './xml-error.js';

/** Who hears what the tokenizer sees. Levels count open ancestors: the root is 0. */
export interface TokenHandler {
  open(name: string, attrs: Record<string, string>, level: number): void;
  /** Text inside a stanza, entities and CDATA resolved; one call per run between two tags. */
  text(text: string): void;
  close(level: number): void;
  error(error: XmlError): void;
  /**
   * Offered each stanza before it is read, by the index of its `<` in the chunk. One that the handler reads by itself is
   * closed at once.
   * @returns index behind the stanza, or 0: it is read token by token
   */
  whole?(bytes: Uint8Array, chunk: string, from: number): number;
}

/** No token is open. */
export const NO_MARK = -1;

/** No chunk is being read. */
export const NO_BYTES = new Uint8Array(0);

/**
 * The open token of a tokenizer: where it began, what of it came in earlier chunks, how long it is. Chunks are strings
 * with one character per byte; only a finished token is decoded, so offsets are bytes and nothing is ever half decoded.
 */
export abstract class TokenScanner {
  protected readonly limits: XmlLimits;
  protected readonly handler: TokenHandler;
  protected readonly utf8 = new Utf8Check();

  /** The chunk that is being read, as bytes (twice as quick to look at) and as text of one character per byte (to cut). */
  protected bytes: Uint8Array = NO_BYTES;
  protected chunk = '';
  protected pos = 0;
  protected end = 0;
  /** Bytes before the chunk. */
  protected base = 0;
  protected state = BETWEEN;
  protected stopped = false;

  /** Where in the chunk the unsaved part of the open token begins, or `NO_MARK`. */
  protected mark = NO_MARK;
  /** The part of the open token that came in earlier chunks. */
  protected saved = '';
  /** UTF-16 units of the open token. */
  protected size = 0;
  /** How many `]` the saved part ends with, at most 2. */
  private brackets = 0;
  /** Whether the open token has bytes beyond ASCII. */
  private wide = false;

  constructor(limits: XmlLimits, handler: TokenHandler) {
    this.limits = limits;
    this.handler = handler;
  }

  /** Ends the reading: everything that follows is ignored until a restart. */
  protected stop(): void {
    this.stopped = true;
    this.forget();
  }

  /** Drops the open token. */
  protected forget(): void {
    this.utf8.reset();
    this.mark = NO_MARK;
    this.saved = '';
    this.brackets = 0;
    this.wide = false;
    this.size = 0;
  }

  protected fail(code: XmlErrorCode, rule: XmlRule, at = this.pos): void {
    this.pos = at;
    this.stop();
    this.handler.error({ code, ruleDetail: rule, offset: this.base + at });
  }

  protected malformed(rule: XmlRule): void {
    this.fail('not-well-formed', rule);
  }

  /**
   * Moves over the plain bytes of the open token.
   * @returns the byte it stopped before, or -1 when the data ended or the token was refused
   */
  protected scan(stops: Uint8Array, limit: number, rule: XmlRule): number {
    while (this.pos < this.end) {
      const from = this.pos;
      // A unit is at least one byte: nothing before this point can be over the limit.
      const end = Math.min(this.end, from + limit + 1 - this.size);
      const at = this.skipPlain(stops, from, end);
      this.pos = at < 0 ? -1 - at : at;
      this.size += this.pos - from - this.utf8.takeExtra();
      if (at < 0) {
        if (this.utf8.nonCharacter) this.malformed('illegal-character');
        else this.fail('invalid-utf8', 'bad-utf8');
        return -1;
      }
      if (this.size > limit) {
        this.fail('too-large', rule);
        return -1;
      }
      if (at < end) return this.bytes[at] ?? -1;
    }
    return -1;
  }

  private skipPlain(stops: Uint8Array, from: number, end: number): number {
    const { bytes, utf8 } = this;
    let i = from;
    while (i < end) {
      if (utf8.need === 0) {
        while (i < end && stops[bytes[i] ?? 0] === 0) i += 1;
        if (i === end || (bytes[i] ?? 0) < 0x80) return i;
      }
      this.wide = true;
      i = utf8.run(bytes, i, end);
      if (i < 0) return i;
    }
    return i;
  }

  protected begin(state: number): void {
    this.state = state;
    this.mark = this.pos;
    this.size = 0;
  }

  /** The open token up to here, decoded. */
  protected take(drop = 0): string {
    const piece = this.chunk.slice(this.mark, this.pos);
    let token = this.saved === '' ? piece : this.saved + piece;
    if (drop > 0) token = token.slice(0, -drop);
    this.mark = NO_MARK;
    this.saved = '';
    this.brackets = 0;
    if (!this.wide) return token;
    this.wide = false;
    return decodeUtf8(token);
  }

  protected save(): void {
    const piece = this.chunk.slice(this.mark);
    if (piece === '') return;
    this.saved += piece;
    if (!piece.endsWith(']')) this.brackets = 0;
    else if (piece.length === 1) this.brackets = Math.min(2, this.brackets + 1);
    else this.brackets = piece.endsWith(']]') ? 2 : 1;
  }

  /** Whether the two bytes of the open token before this one are `]]`. */
  protected afterTwoBrackets(): boolean {
    const known = this.pos - this.mark;
    if (known >= 2) return this.chunk.startsWith(']]', this.pos - 2);
    if (known === 1) return this.chunk[this.mark] === ']' && this.brackets >= 1;
    return this.brackets === 2;
  }
}
