/** Bytes of a configuration file ↔ its text: UTF-8, and Latin-1 where it is none (finding X6). */
import { isUtf8 } from 'node:buffer';

/** The byte-order mark is kept: the linter names it. */
export function decode(content: Uint8Array): string {
  if (!isUtf8(content)) return Buffer.from(content).toString('latin1');
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
}

/**
 * The bytes of a text, in the encoding of the file that it takes the place of where that has letters for all of it.
 * undefined: a text that would be read as another one (a NUL, half a surrogate pair).
 */
export function encoded(text: string, before?: Uint8Array): Buffer | undefined {
  const wasLatin1 = before !== undefined && !isUtf8(before);
  const ways = wasLatin1 ? (['latin1', 'utf8'] as const) : (['utf8'] as const);
  return ways
    .map((way) => Buffer.from(text, way))
    .find((bytes) => !bytes.includes(0) && decode(bytes) === text);
}
