/**
 * A zlib stream (RFC 1950) that is written and read block by block, at once: what Tigase puts on a cluster link with
 * `compress-stream` (§5.3). Each push ends with a sync flush, so that the other end can read all of it; the window of 32 KiB
 * goes on from one push to the next, as the dictionary of the next one.
 */
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';

/** CMF and FLG for a window of 32 KiB and the best compression. */
const HEADER = Buffer.from([0x78, 0xda]);
/** How a sync flush ends: an empty stored block. */
const FLUSHED = Buffer.from([0x00, 0x00, 0xff, 0xff]);
const WINDOW = 32 * 1024;
/** What one push may grow to: a frame of a link and a bit. */
const MOST_PLAIN = 21 * 1024 * 1024;

const FLUSH = { finishFlush: constants.Z_SYNC_FLUSH };

export class Deflater {
  /** Bytes taken in, and bytes that came of them. */
  plain = 0;
  wire = 0;
  private window: Uint8Array = new Uint8Array(0);

  push(bytes: Uint8Array): Uint8Array {
    const block = deflateRawSync(bytes, { ...FLUSH, level: 9, ...dictionary(this.window) });
    const out = this.wire === 0 ? Buffer.concat([HEADER, block]) : block;
    this.window = slid(this.window, bytes);
    this.plain += bytes.length;
    this.wire += out.length;
    return out;
  }
}

export class Inflater {
  private window: Uint8Array = new Uint8Array(0);
  /** The first `heldBytes` of it have come and cannot be read yet. */
  private held: Buffer = Buffer.alloc(0);
  private heldBytes = 0;
  private begun = false;
  private broken = false;

  /** What can be read of the stream by now; nothing any more once it was no zlib stream. */
  push(bytes: Uint8Array): Uint8Array {
    if (this.broken) return new Uint8Array(0);
    this.hold(bytes);
    if (!this.header()) return new Uint8Array(0);
    const end = this.held.subarray(Math.max(0, this.heldBytes - FLUSHED.length), this.heldBytes);
    if (end.equals(FLUSHED)) return this.inflate();
    return this.heldBytes > MOST_PLAIN ? this.giveUp() : new Uint8Array(0);
  }

  /** There is room for twice as much when there is none any more: no piece is copied again and again. */
  private hold(bytes: Uint8Array): void {
    const size = this.heldBytes + bytes.length;
    if (size > this.held.length) {
      const roomier = Buffer.alloc(Math.max(size, this.held.length * 2));
      this.held.copy(roomier, 0, 0, this.heldBytes);
      this.held = roomier;
    }
    this.held.set(bytes, this.heldBytes);
    this.heldBytes = size;
  }

  /** Reads the two bytes at the beginning; false: there is no reading on, yet or ever. */
  private header(): boolean {
    if (this.begun) return true;
    if (this.heldBytes < 2) return false;
    const word = this.held.readUInt16BE(0);
    this.begun = true;
    this.held = this.held.subarray(2);
    this.heldBytes -= 2;
    // RFC 1950 §2.2: method deflate, the check bits, no preset dictionary.
    if (((word >> 8) & 0x0f) !== 8 || word % 31 !== 0 || (word & 0x20) !== 0) this.giveUp();
    return !this.broken;
  }

  private giveUp(): Uint8Array {
    this.broken = true;
    this.take();
    return new Uint8Array(0);
  }

  private take(): Buffer {
    const all = this.held.subarray(0, this.heldBytes);
    this.held = Buffer.alloc(0);
    this.heldBytes = 0;
    return all;
  }

  private inflate(): Uint8Array {
    try {
      const plain = inflateRawSync(this.take(), {
        ...FLUSH,
        maxOutputLength: MOST_PLAIN,
        ...dictionary(this.window),
      });
      this.window = slid(this.window, plain);
      return plain;
    } catch {
      return this.giveUp();
    }
  }
}

function dictionary(window: Uint8Array): { dictionary?: Uint8Array } {
  return window.length > 0 ? { dictionary: window } : {};
}

function slid(window: Uint8Array, bytes: Uint8Array): Uint8Array {
  if (bytes.length >= WINDOW) return bytes.slice(-WINDOW);
  return Buffer.concat([window.subarray(-(WINDOW - bytes.length)), bytes]);
}
