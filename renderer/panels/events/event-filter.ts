/** Which events a list shows, and which of them a search finds. */
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
