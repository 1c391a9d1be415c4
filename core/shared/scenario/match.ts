/** Pure matchers of `expect` and `never`. Whoever has a frame's text makes the `FrameElement` (core/lab, with core/xml). */
import { TRACE_FIELDS, type TraceRow } from '../trace/trace-schema.js';
import type { ChildPattern, EventFilter, FramePattern } from './condition-schema.js';

/** An element of a frame as the matchers need it. */
export interface FrameElement {
  name: string;
  attrs: Readonly<Record<string, string>>;
  /** The element's own text, entities resolved. */
  text: string;
  children: readonly FrameElement[];
}

/** Whether a row of the trace is what a filter means. */
export function matchesEvent(row: TraceRow, filter: EventFilter): boolean {
  const [, , node, , kind, values] = row;
  if (filter.kinds && !filter.kinds.includes(kind)) return false;
  if (filter.node !== undefined && node !== filter.node) return false;
  const { link, machine, instance, contains, data } = filter;
  if (link !== undefined && !matchesLink(fieldOf(row, 'link'), link)) return false;
  const wanted = { machine, instance, ...data };
  for (const [name, value] of Object.entries(wanted)) {
    if (value !== undefined && fieldOf(row, name) !== String(value)) return false;
  }
  return contains === undefined || values.some((value) => String(value).includes(contains));
}

/** A field of a row as text; undefined: events of this kind have none of that name. */
export function fieldOf(row: TraceRow, name: string): string | undefined {
  const index = (TRACE_FIELDS[row[4]] as readonly string[]).indexOf(name);
  const value = index < 0 ? undefined : row[5][index];
  return value === undefined ? undefined : String(value);
}

/** `muc1>server1:5270` means each of the links `muc1>server1:5270#1`, `#2` … */
export function matchesLink(link: string | undefined, wanted: string): boolean {
  return link === wanted || (link !== undefined && link.startsWith(`${wanted}#`));
}

/** `bound` means the states inside it as well: `bound.live`. */
export function matchesState(state: string, wanted: string): boolean {
  return state === wanted || state.startsWith(`${wanted}.`);
}

/** A bare JID means its resources as well. */
export function matchesJid(jid: string | undefined, wanted: string): boolean {
  return jid === wanted || (jid !== undefined && !wanted.includes('/') && jid.startsWith(`${wanted}/`));
}

/**
 * Whether a frame is what a pattern means.
 * @param element its root; asked for only when the text alone does not decide
 */
export function matchesFrame(
  text: string,
  pattern: FramePattern,
  element: () => FrameElement | undefined,
): boolean {
  const { name, contains, lacks } = pattern;
  if (contains !== undefined && !text.includes(contains)) return false;
  if (lacks !== undefined && text.includes(lacks)) return false;
  if (name !== undefined && !text.startsWith(`<${name}`)) return false;
  const root = element();
  return root !== undefined && matchesRoot(root, pattern);
}

function matchesRoot(root: FrameElement, pattern: FramePattern): boolean {
  const { name, from, to, type, id, attrs = {}, child = [] } = pattern;
  if (name !== undefined && root.name !== name) return false;
  if (from !== undefined && !matchesJid(root.attrs['from'], from)) return false;
  if (to !== undefined && !matchesJid(root.attrs['to'], to)) return false;
  if (type !== undefined && root.attrs['type'] !== type) return false;
  if (id !== undefined && root.attrs['id'] !== id) return false;
  if (!hasAttributes(root, attrs)) return false;
  const wanted = Array.isArray(child) ? child : [child];
  return wanted.every((pattern) => someDescendant(root, (inner) => matchesChild(inner, pattern)));
}

function matchesChild(element: FrameElement, pattern: ChildPattern): boolean {
  if (typeof pattern === 'string') return element.name === pattern;
  const { name, xmlns, attrs = {}, text } = pattern;
  if (element.name !== name) return false;
  if (xmlns !== undefined && element.attrs['xmlns'] !== xmlns) return false;
  return hasAttributes(element, attrs) && (text === undefined || element.text === text);
}

function hasAttributes(element: FrameElement, wanted: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([name, value]) => element.attrs[name] === value);
}

function someDescendant(root: FrameElement, test: (inner: FrameElement) => boolean): boolean {
  const stack = [...root.children];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (test(next)) return true;
    stack.push(...next.children);
  }
  return false;
}
