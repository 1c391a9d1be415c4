const ASCII_ONLY = /^[\0-\x7f]*$/;

/** Bytes of a text in UTF-8; a lone surrogate counts like the U+FFFD that it is written as. */
export function utf8Length(text: string): number {
  if (ASCII_ONLY.test(text)) return text.length;
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
