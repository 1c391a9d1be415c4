/**
 * A strict UTF-8 check (RFC 3629 §4) that keeps its place between chunks: a character may be split anywhere, and the
 * verdict falls on the same byte.
 */
export class Utf8Check {
  /** Continuation bytes still to come for the open character. */
  need = 0;
  /** Whether the refused byte would have made U+FFFE or U+FFFF, which are UTF-8 but not XML (XML 1.0 §2.2). */
  nonCharacter = false;
  /** Bytes seen since the last `takeExtra` beyond one per UTF-16 unit. */
  private extra = 0;
  private lower = 0x80;
  private upper = 0xbf;
  /** 0xEF, then 0xBF: two steps towards U+FFFE and U+FFFF. */
  private towardsFffe = 0;

  reset(): void {
    this.need = 0;
    this.extra = 0;
    this.nonCharacter = false;
  }

  /** How many bytes more than UTF-16 units the runs since the last call had. */
  takeExtra(): number {
    const { extra } = this;
    this.extra = 0;
    return extra;
  }

  /**
   * Walks over bytes from `from` until an ASCII byte between two characters, or `end`.
   * @returns the index where it stopped, or `-1 - index` of the first byte that cannot be there
   */
  run(bytes: Uint8Array, from: number, end: number): number {
    for (let i = from; i < end; i += 1) {
      const byte = bytes[i] ?? 0;
      if (this.need === 0) {
        if (byte < 0x80) return i;
        if (!this.lead(byte)) return -1 - i;
      } else if (!this.continuation(byte)) {
        return -1 - i;
      }
    }
    return end;
  }

  private lead(byte: number): boolean {
    if (byte < 0xc2 || byte > 0xf4) return false;
    this.need = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    this.extra += this.need === 1 ? 1 : 2;
    // No overlong forms, no surrogates, nothing beyond U+10FFFF.
    this.lower = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.upper = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    this.towardsFffe = byte === 0xef ? 1 : 0;
    return true;
  }

  private continuation(byte: number): boolean {
    if (byte < this.lower || byte > this.upper) return false;
    if (this.towardsFffe === 2 && byte >= 0xbe) {
      this.nonCharacter = true;
      return false;
    }
    this.towardsFffe = this.towardsFffe === 1 && byte === 0xbf ? 2 : 0;
    this.need -= 1;
    this.lower = 0x80;
    this.upper = 0xbf;
    return true;
  }
}

/** Turns a string of bytes that `Utf8Check` has passed into text. */
export function decodeUtf8(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The bytes of a chunk as a string, one character per byte. */
export function byteString(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
