/** What two captures of the same story must have in common: elements with what is left to chance taken out. */
import { parseElement } from '#core/xml/stanza-parser.js';
import type { Element } from '#core/xml/element.js';

export interface WireFrame {
  from: string;
  to: string;
  /** Text of the element; a stream header may be open. */
  text: string;
}

/** Stream ids and sockets, digests, counters and measured times: different in every run. */
const CHANCE: readonly [RegExp, string][] = [
  [/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UUID'],
  [/\b[0-9a-f]{40}\b/g, 'DIGEST'],
  [/^cl-\d+$/, 'cl-N'],
  [/(c2s@[\w-]+\/)[\d._]+/, '$1SOCKET'],
  [/\(\w{3} \w{3} \d\d [\d:]+ UTC \d+\)/, '(…)'],
];

/** `FROM > TO ELEMENT`; attributes sorted, children in their order. undefined: the end of a stream. */
export function shapeOf({ from, to, text }: WireFrame): string | undefined {
  if (text === '</stream:stream>') return undefined;
  const closed = /^<stream:stream\b[^>]*[^/]>$/.test(text) ? text.replace(/>$/, '/>') : text;
  const parsed = parseElement(closed);
  if (!parsed.ok) throw new Error(`${parsed.error.ruleDetail}: ${text}`);
  return `${from} > ${to} ${shape(parsed.element)}`;
}

function shape(el: Element): string {
  const attributes = Object.entries(el.attrs as Record<string, string>).sort(([a], [b]) => (a < b ? -1 : 1));
  const head = [el.name, ...attributes.map(([name, value]) => `${name}="${certain(value)}"`)].join(' ');
  const inner = el.children
    .map((child) => (typeof child === 'string' ? text(el, child) : shape(child)))
    .join('');
  return inner === '' ? `<${head}/>` : `<${head}>${inner}</${el.name}>`;
}

function text(el: Element, value: string): string {
  const { name } = el.attrs as Record<string, string | undefined>;
  if (el.name === 'par' && name === 'auth-time') return 'MS';
  // A room's own sentences are the lab's own words.
  if (el.name === 'body' && isFromRoom(el.parent)) return '…';
  return certain(value);
}

function isFromRoom(stanza: Element | null): boolean {
  const { from = '/', type } = (stanza?.attrs ?? {}) as Record<string, string | undefined>;
  return type === 'groupchat' && !from.includes('/');
}

function certain(value: string): string {
  return CHANCE.reduce((known, [chance, word]) => known.replace(chance, word), value);
}

/** The lines of a file in test/fixtures/wire. */
export function capturedFrames(file: string): WireFrame[] {
  return [...file.matchAll(/^ {2}<frame from="([\w-]+)" to="([\w-]+)">(.*)<\/frame>$/gm)].map(
    ([, from = '', to = '', text = '']) => ({ from, to, text }),
  );
}

/** What is in `left` and not in `right`, as often as it is there more. */
export function surplus(left: readonly string[], right: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of right) counts.set(one, (counts.get(one) ?? 0) + 1);
  return left.filter((one) => {
    const count = counts.get(one) ?? 0;
    counts.set(one, count - 1);
    return count <= 0;
  });
}
