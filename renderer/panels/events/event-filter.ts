/** Which events a list shows, and which of them a search finds. */
import { parseFilter } from '#core/shared/trace/query/parse-filter.js';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';

export const GROUPS = ['frames', 'links', 'machines', 'logs', 'faults', 'packets'] as const;
export type Group = (typeof GROUPS)[number];

const AREAS: Readonly<Record<string, Group>> = {
  frame: 'frames',
  link: 'links',
  listener: 'links',
  machine: 'machines',
  timer: 'machines',
  node: 'logs',
  fault: 'faults',
  packet: 'packets',
};

/** The group of a kind; undefined for what the lab itself says, which is always shown. */
export function groupOf(kind: string): Group | undefined {
  return AREAS[kind.slice(0, kind.indexOf('.'))];
}

export interface EventFilter {
  groups: ReadonlySet<Group>;
  /** Empty: every node. */
  node: string;
  /** Text to find, in whatever case; empty: no search. */
  find: string;
  /** In the language of docs/trace-filter.md; empty: nothing is left out. */
  text: string;
}

/** What the list shows, in writing; empty: everything. A text that cannot be read counts with what can be understood. */
export function wholeFilter({ groups, node, text }: EventFilter): string {
  const parts: string[] = [];
  if (groups.size < GROUPS.length) {
    const hidden = Object.keys(AREAS).filter((area) => !groups.has(AREAS[area] as Group));
    parts.push(...hidden.map((area) => `not kind:${area}.*`));
  }
  if (node) parts.push(`node:${quote(node)}`);
  if (text.trim() && parseFilter(text).issues.length === 0) parts.push(`(${text})`);
  return parts.join(' ');
}

/** What the search finds of it, in writing; empty: there is no search. */
export function wholeSearch(filter: EventFilter): string {
  const find = filter.find.trim();
  if (!find) return '';
  const needle = quote(find);
  return `${wholeFilter(filter)} (text~${needle} or node~${needle} or kind~${needle})`.trim();
}

function quote(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}

export function shows({ groups, node }: EventFilter, event: TraceEvent): boolean {
  const group = groupOf(event.kind);
  return (group === undefined || groups.has(group)) && (node === '' || event.node === node);
}

/** `needle` is in lower case. */
export function finds(needle: string, event: TraceEvent): boolean {
  if (event.kind.includes(needle) || event.node.toLowerCase().includes(needle)) return true;
  for (const name in event.data) {
    if (String(event.data[name]).toLowerCase().includes(needle)) return true;
  }
  return false;
}
