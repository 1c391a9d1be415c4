/** Entries → text that `parseInitProperties`, and `java.util.Properties` (§1.1), read as the same entries. */

/** A key with its value, neither of them escaped. */
export type Property = readonly [key: string, value: string];

/** One line for each, all of which end in `newline`. Of a value Tigase reads what is left without blanks around it. */
export function printProperties(properties: readonly Property[], newline = '\n'): string {
  return properties.map((property) => printProperty(property) + newline).join('');
}

/** One line, without its end. */
export function printProperty([key, value]: Property): string {
  return `${printKey(key)} = ${printValue(value)}`;
}

/** A key as it stands in a file. */
export function printKey(key: string): string {
  return key.replace(/[\\=:#! ]/g, '\\$&').replace(UNPRINTABLE, printCharacter);
}

/** A value, or a part of one, as it stands in a file: after any separator, blanks alone among them. */
export function printValue(value: string): string {
  return value
    .replaceAll('\\', '\\\\')
    .replace(/^[ =:]/, '\\$&')
    .replace(UNPRINTABLE, printCharacter);
}

/** Line ends and blanks that are none to the eye, what may be taken for a byte-order mark, and halves of a character. */

const UNPRINTABLE = /[\0-\x1f\x7f\uFEFF]|\p{Surrogate}/gu;

const LETTERS: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\f': '\\f' };

function printCharacter(character: string): string {
  return LETTERS[character] ?? unicodeEscape(character);
}

/** Every UTF-16 code unit of a text as `\uXXXX`. */
export function unicodeEscape(text: string): string {
  return Array.from(
    { length: text.length },
    (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}
