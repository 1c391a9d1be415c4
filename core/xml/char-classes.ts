/**
 * Tables over the 256 values of a byte: 0 = plain, go on; 1 = look at it. Bytes from 0x80 on always stop, because
 * they belong to the UTF-8 check. Tables and a loop: one load per byte, no regular expression per character.
 */

/** Bytes that end a run of text: markup, `>` (for `]]>`), and what XML 1.0 §2.2 forbids. */
export const TEXT_STOP = stopsAt('<&>');
/** Bytes that end a run inside a CDATA section. */
export const CDATA_STOP = stopsAt('>');
/** Bytes that end a run of a value in double quotes. */
export const DOUBLE_QUOTED_STOP = stopsAt('"<&');
/** Bytes that end a run of a value in single quotes. */
export const SINGLE_QUOTED_STOP = stopsAt("'<&");

const NAME_CHARS = /[A-Za-z0-9_:.-]/;
/** Bytes that end a name (XML 1.0 §2.3; the non-ASCII part is checked once the name is complete). */
export const NAME_STOP = table((char) => !NAME_CHARS.test(char));
/** Bytes that end a name without a prefix. */
export const PLAIN_NAME_STOP = table((char) => char === ':' || !NAME_CHARS.test(char));
/** Bytes that end the name of an entity or a character reference. */
export const ENTITY_STOP = table((char) => !/[A-Za-z0-9_:.#-]/.test(char));

const START = String.raw`A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}`;
const REST = String.raw`${START}\-.0-9\xB7\u0300-\u036F\u203F-\u2040`;
const QNAME = new RegExp(`^[${START}][${REST}]*(?::[${START}][${REST}]*)?$`, 'u');
/** The same for nearly every name there is, at a fraction of the cost. */
const ASCII_QNAME = /^[A-Za-z_][A-Za-z0-9_.-]*(?::[A-Za-z_][A-Za-z0-9_.-]*)?$/;

/** Whether a complete name is a QName: XML 1.0 §2.3 characters and at most one colon, inside (XML Names §4). */
export function isQName(name: string): boolean {
  return ASCII_QNAME.test(name) || QNAME.test(name);
}

/** Space, tab, LF, CR (XML 1.0 §2.3 S). */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Whether a byte can begin a name; bytes of UTF-8 are judged once the name is complete. */
export function startsName(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || code >= 0x80;
}

/** XML 1.0 §2.2 Char, for numbers that came out of a character reference. */
export function isXmlChar(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

function stopsAt(markup: string): Uint8Array {
  return table((char) => markup.includes(char) || !isXmlChar(char.charCodeAt(0)));
}

function table(stops: (char: string) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, code) =>
    code >= 0x80 || stops(String.fromCharCode(code)) ? 1 : 0,
  );
}
