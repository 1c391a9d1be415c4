/** A frame's text as the element that the matchers of core/shared/scenario look at. */
import type { FrameElement } from '#core/shared/scenario/match.js';
import { childElements, textOf, type Element } from '#core/xml/element.js';
import { parseElement } from '#core/xml/stanza-parser.js';

/** undefined: neither an element nor a stream header. */
export function frameElement(text: string): FrameElement | undefined {
  const parsed = parseElement(text);
  if (parsed.ok) return converted(parsed.element);
  // A stream header is an element that stays open.
  const header = /<stream:stream\b/.test(text) ? parseElement(`${text}</stream:stream>`) : undefined;
  return header?.ok ? converted(header.element) : undefined;
}

/** The parser's own limit on depth bounds the recursion. */
function converted(element: Element): FrameElement {
  return {
    name: element.name,
    attrs: element.attrs as Record<string, string>,
    text: textOf(element),
    children: childElements(element).map(converted),
  };
}
