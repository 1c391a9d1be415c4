import { ByteBuffer } from './byte-buffer.js';
import type { XmlLimits } from './limits.js';
import type { TokenHandler } from './token-scanner.js';
import { XmlTokenizer } from './xml-tokenizer.js';

const NOTHING = new Uint8Array(0);

/**
 * Cuts what a client writes into frames, byte for byte: a stream header (with its XML declaration), a complete
 * top-level element, a footer, or a run of white space. All frames together, in order, are the input up to what is
 * still open. A header where a stanza would be is a stream restart and begins a new stream.
 *
 * The bytes are not judged here, only cut: from the first byte that no frame can be made of (or that is over the
 * limits) on, and after a footer, everything is passed as it comes, so that the product's own parser sees and answers it.
 */
export class TopLevelFramer {
  private readonly tokenizer: XmlTokenizer;
  /** The open frame's bytes from earlier pushes. */
  private readonly held = new ByteBuffer();
  private frames: Uint8Array[] = [];
  private input: Uint8Array = NOTHING;
  /** Offset of the first byte of `input`. */
  private inputStart = 0;
  /** Offset up to which everything has been handed out. */
  private done = 0;
  private raw = false;

  constructor(limits: XmlLimits) {
    const handler: TokenHandler = {
      open: (_name, _attrs, level) => (level === 0 ? this.cut() : undefined),
      text: () => undefined,
      close: (level) => this.closed(level),
      error: () => this.passRaw(),
    };
    this.tokenizer = new XmlTokenizer({ limits, framing: 'stream', restarts: true }, handler);
  }

  /** Bytes of an open frame, held back until it is complete; 0 once everything is passed raw. */
  get buffered(): number {
    return this.held.length;
  }

  /** Whether the cutting has ended (an error or a footer) and everything is passed as it comes. */
  get passing(): boolean {
    return this.raw;
  }

  /**
   * Takes the next bytes.
   * @returns the frames they complete, in order; they may share memory with `bytes`
   */
  push(bytes: Uint8Array): Uint8Array[] {
    if (bytes.length === 0) return [];
    if (this.raw) return [bytes];
    this.input = bytes;
    this.frames = [];
    this.tokenizer.push(bytes);
    const end = this.inputStart + bytes.length;
    if (this.raw || this.tokenizer.between) {
      this.emit(end);
    } else {
      this.emit(this.tokenizer.frameStart);
      this.held.append(bytes.subarray(this.indexOf(this.done + this.held.length)));
    }
    this.input = NOTHING;
    this.inputStart = end;
    return this.frames;
  }

  private closed(level: number): void {
    if (level > 1) return;
    this.cut();
    // What follows a footer belongs to no stream.
    if (level === 0) this.passRaw();
  }

  /** A frame ends here; what came before its first byte was white space. */
  private cut(): void {
    this.emit(this.tokenizer.frameStart);
    this.emit(this.tokenizer.offset);
  }

  private passRaw(): void {
    this.raw = true;
  }

  /** Hands out everything up to an offset as one frame. White space is never held, so no frame ends inside `held`. */
  private emit(end: number): void {
    if (end <= this.done) return;
    const fresh = this.input.subarray(this.indexOf(this.done + this.held.length), this.indexOf(end));
    this.frames.push(this.held.length === 0 ? fresh : this.held.takeWith(fresh));
    this.done = end;
  }

  private indexOf(offset: number): number {
    return Math.max(0, offset - this.inputStart);
  }
}
