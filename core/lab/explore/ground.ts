/** What a scenario gives to explore: the moments of its usual course, its processes and the routes between them. */
import type { Moment } from '#core/shared/explore/choice.js';
import { parseRoute } from '#core/shared/faults/route-selector.js';

export interface Ground {
  /** In the order of the usual course, from the end of the boot on. */
  moments: readonly Moment[];
  /** Names of the processes, in file order. */
  nodes: readonly string[];
  /** `muc1>server1:5270`, between processes only, in the order in which they were first used. */
  routes: readonly string[];
  /** Those at which a process got something that a client's stanza had led to. */
  stanzas: readonly Moment[];
  /** Line → its moments. */
  lines: ReadonlyMap<string, readonly Moment[]>;
}

/** What a line is on: a route in one direction, and who hears what goes on it. */
export interface LinePlace {
  route: string;
  receiver: string;
}

export function groundOf(
  moments: readonly Moment[],
  stanzas: readonly Moment[],
  nodes: readonly string[],
): Ground {
  const lines = new Map<string, Moment[]>();
  for (const moment of moments) {
    const known = lines.get(moment.line);
    if (known) known.push(moment);
    else lines.set(moment.line, [moment]);
  }
  const routes = new Set<string>();
  for (const line of lines.keys()) {
    const route = linePlace(line)?.route;
    if (route !== undefined && isBetween(route, nodes)) routes.add(route);
  }
  return { moments, stanzas, nodes, routes: [...routes], lines };
}

/** undefined: a dial or a bind. */
export function linePlace(line: string): LinePlace | undefined {
  const [, text = '', direction] = /^(\S+) (ab|ba)$/.exec(line) ?? [];
  const route = parseRoute(text);
  return route && { route: text, receiver: direction === 'ab' ? route.to : route.from };
}

function isBetween(text: string, nodes: readonly string[]): boolean {
  const route = parseRoute(text);
  return route !== undefined && nodes.includes(route.from) && nodes.includes(route.to);
}
