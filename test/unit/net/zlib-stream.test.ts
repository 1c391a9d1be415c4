import { createInflate } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Deflater, Inflater } from '#core/net/zlib-stream.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (data: Uint8Array): string => new TextDecoder().decode(data);

describe('a zlib stream', () => {
  it('gives back each push at once', () => {
    const [deflater, inflater] = [new Deflater(), new Inflater()];
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 70_000 }), (data) => {
        expect(Buffer.from(inflater.push(deflater.push(data)))).toEqual(Buffer.from(data));
      }),
      { numRuns: 60 },
    );
  });

  it('is one that any zlib reads', async () => {
    const deflater = new Deflater();
    const inflate = createInflate();
    const read: Buffer[] = [];
    inflate.on('data', (chunk: Buffer) => read.push(chunk));
    const frames = Array.from({ length: 50 }, (_, index) => `<cluster id="cl-${index}"><data/></cluster>`);
    for (const frame of frames) {
      await new Promise<void>((resolve) => inflate.write(deflater.push(bytes(frame)), () => resolve()));
    }
    expect(Buffer.concat(read).toString()).toBe(frames.join(''));
    expect(deflater.plain).toBe(frames.join('').length);
    // What was said before need not be said again.
    expect(deflater.wire).toBeLessThan(deflater.plain / 2);
  });

  it('may arrive in pieces', () => {
    const wire = new Deflater().push(bytes('<handshake/>'));
    const inflater = new Inflater();
    const read = [...wire].map((byte) => textOf(inflater.push(Uint8Array.of(byte)))).join('');
    expect(read).toBe('<handshake/>');
  });

  it('that is none is never read', () => {
    const inflater = new Inflater();
    expect(inflater.push(bytes('<stream:stream xmlns="tigase:cluster">'))).toHaveLength(0);
    expect(inflater.push(new Deflater().push(bytes('<handshake/>')))).toHaveLength(0);
  });

  it('with a broken block is not read on', () => {
    const inflater = new Inflater();
    expect(inflater.push(Uint8Array.of(0x78, 0xda, 0xff, 0xff, 0, 0, 0xff, 0xff))).toHaveLength(0);
  });

  it('that never comes to an end is held without copying all of it at each piece', { timeout: 2000 }, () => {
    const inflater = new Inflater();
    inflater.push(Uint8Array.of(0x78, 0xda));
    const piece = new Uint8Array(16 * 1024).fill(7);
    for (let number = 0; number < 1300; number += 1) expect(inflater.push(piece)).toHaveLength(0);
  });
});
