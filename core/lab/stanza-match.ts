/** Whether a frame's text is what a stanza pattern means. */
import type { StanzaPattern } from '#core/shared/api/stanza-pattern.js';
import { childElements, type Element } from '#core/xml/element.js';
import { parseElement } from '#core/xml/stanza-parser.js';

export function matchesStanza(text: string, pattern: StanzaPattern): boolean {
  const { name, attrs, child, contains } = pattern;
  if (contains !== undefined && !text.includes(contains)) return false;
  if (name === undefined && attrs === undefined && child === undefined) return true;
  // The name is looked at first: most frames are dismissed without being parsed.
  if (name !== undefined && !text.startsWith(`<${name}`)) return false;
  const parsed = parseElement(text.startsWith('<stream:stream') ? `${text}</stream:stream>` : text);
  if (!parsed.ok) return false;
  const { element } = parsed;
  if (name !== undefined && element.name !== name) return false;
  const own = element.attrs as Record<string, string>;
  if (attrs && Object.entries(attrs).some(([key, value]) => own[key] !== value)) return false;
  return child === undefined || hasDescendant(element, child);
}

function hasDescendant(element: Element, name: string): boolean {
  const stack = childElements(element);
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.name === name) return true;
    stack.push(...childElements(next));
  }
  return false;
}
