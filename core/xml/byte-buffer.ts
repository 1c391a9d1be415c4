const FIRST_SIZE = 1024;

/** Bytes gathered from many pushes in one growing block: one byte per byte held, copied a constant number of times. */
export class ByteBuffer {
  private block = new Uint8Array(0);
  private used = 0;

  /** Bytes held. */
  get length(): number {
    return this.used;
  }

  append(bytes: Uint8Array): void {
    const needed = this.used + bytes.length;
    if (needed > this.block.length) {
      const larger = new Uint8Array(Math.max(FIRST_SIZE, needed, this.block.length * 2));
      larger.set(this.block.subarray(0, this.used));
      this.block = larger;
    }
    this.block.set(bytes, this.used);
    this.used = needed;
  }

  /** Everything held followed by these bytes, as a block of its own; nothing is held afterwards. */
  takeWith(bytes: Uint8Array): Uint8Array {
    const all = new Uint8Array(this.used + bytes.length);
    all.set(this.block.subarray(0, this.used));
    all.set(bytes, this.used);
    this.used = 0;
    // A large block is not kept for the small frames that usually follow.
    if (this.block.length > 64 * FIRST_SIZE) this.block = new Uint8Array(0);
    return all;
  }
}
