/**
 * Prefixes that a stream header has bound: a stanza that uses one cannot be read anywhere else, where that header was
 * never seen, until it says itself what the prefix means (Namespaces in XML 1.0 §2.2).
 */
import { setAttribute, type Element } from './element.js';

/** Prefix → namespace, but for `stream`, which every header of every link binds. */
export function streamPrefixes(header: Element): ReadonlyMap<string, string> {
  const prefixes = new Map<string, string>();
  for (const [name, value] of Object.entries(header.attrs as Record<string, string>)) {
    if (name.startsWith('xmlns:') && name !== 'xmlns:stream')
      prefixes.set(name.slice('xmlns:'.length), value);
  }
  return prefixes;
}

/** Declares on the stanza itself those of the prefixes that are used in it. */
export function declarePrefixes(stanza: Element, prefixes: ReadonlyMap<string, string>): void {
  if (prefixes.size === 0) return;
  for (const prefix of usedPrefixes(stanza)) {
    const uri = prefixes.get(prefix);
    const name = `xmlns:${prefix}`;
    if (uri !== undefined && !Object.hasOwn(stanza.attrs, name))
      setAttribute(stanza.attrs as Record<string, string>, name, uri);
  }
}

function usedPrefixes(stanza: Element): Set<string> {
  const used = new Set<string>();
  const work: Element[] = [stanza];
  for (let el = work.pop(); el !== undefined; el = work.pop()) {
    for (const name of [el.name, ...Object.keys(el.attrs)]) {
      const colon = name.indexOf(':');
      if (colon > 0) used.add(name.slice(0, colon));
    }
    for (const child of el.children) if (typeof child !== 'string') work.push(child);
  }
  return used;
}
