/**
 * The patterns that Tigase's routing tables hold (`.*@sm\.example`, `.+`): which addresses they take. They are Java
 * regular expressions there; here `.`, `.*`, `.+` and escaped characters are understood, in time that is linear in
 * practice and never explodes, whatever address a client chooses. A pattern with anything else in it is taken as it
 * is written, as Tigase does with one that is no regular expression.
 */
export interface AddressPattern {
  readonly text: string;
  matches(address: string): boolean;
}

/** One character: as written, or undefined for any. */
type Character = string | undefined;

export function addressPattern(text: string): AddressPattern {
  const parts = partsOf(text);
  if (parts === undefined) return { text, matches: (address) => address === text };
  return { text, matches: (address) => matchParts(parts, [...address]) };
}

/** A host as a pattern that takes it and nothing else. */
export function escapedHost(host: string): string {
  return host.replaceAll('.', '\\.');
}

/** The stretches between the wildcards; undefined: not one of the patterns that are understood. */
function partsOf(text: string): Character[][] | undefined {
  const parts: Character[][] = [[]];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    const part = parts.at(-1);
    if (character === '\\') {
      at += 1;
      const escaped = text[at];
      // `\d`, `\w` and their like are classes.
      if (escaped === undefined || /[a-z0-9]/i.test(escaped)) return undefined;
      part?.push(escaped);
    } else if (character === '.') {
      const next = text[at + 1];
      if (next !== '*') part?.push(undefined);
      if (next !== '*' && next !== '+') continue;
      at += 1;
      parts.push([]);
    } else if ('*+?()[]{}|^$'.includes(character)) {
      return undefined;
    } else {
      part?.push(character);
    }
  }
  return parts;
}

/** The first part at the start, the last at the end, the others one behind the other, each as early as it fits. */
function matchParts(parts: readonly Character[][], address: readonly string[]): boolean {
  const [first = [], ...others] = parts;
  if (!fits(first, address, 0)) return false;
  const last = others.pop();
  if (last === undefined) return address.length === first.length;
  let at = first.length;
  for (const part of others) {
    while (at + part.length <= address.length && !fits(part, address, at)) at += 1;
    at += part.length;
  }
  const end = address.length - last.length;
  return end >= at && fits(last, address, end);
}

function fits(part: readonly Character[], address: readonly string[], at: number): boolean {
  if (at + part.length > address.length) return false;
  return part.every((character, index) => character === undefined || character === address[at + index]);
}
