/** Which lifelines there are: the components of a process on their own or together, all clients as one, in what order. */
import type { Lifeline, Place } from './diagram.js';

/** Name of the lifeline that stands for all clients. */
export const ALL_CLIENTS = 'clients';
const CLIENT = 'client:';

export interface Arrangement {
  /** Names of lifelines from left to right, as far as somebody has moved one; the others keep their neighbours. */
  order: readonly string[];
  /** Processes whose components have lifelines of their own. */
  opened: ReadonlySet<string>;
  clientsAsOne: boolean;
}

export const AS_IT_COMES: Arrangement = { order: [], opened: new Set(), clientsAsOne: false };

/** The lifeline on which something of a process or client stands. */
export function placeIn({ opened, clientsAsOne }: Arrangement): Place {
  return (name, part) => {
    if (clientsAsOne && name.startsWith(CLIENT)) return ALL_CLIENTS;
    return part !== undefined && opened.has(name) ? componentName(name, part) : name;
  };
}

/**
 * The lifelines from left to right.
 * @param parts components of each process, in the order in which they are to stand
 */
export function arranged(
  lifelines: readonly Lifeline[],
  parts: ReadonlyMap<string, ReadonlySet<string>>,
  arrangement: Arrangement,
): Lifeline[] {
  const all: Lifeline[] = [];
  for (const lifeline of lifelines) {
    if (arrangement.clientsAsOne && lifeline.kind === 'client') {
      if (!all.some(({ kind }) => kind === 'clients')) all.push({ name: ALL_CLIENTS, kind: 'clients' });
      continue;
    }
    all.push(lifeline);
    if (!arrangement.opened.has(lifeline.name)) continue;
    for (const part of parts.get(lifeline.name) ?? [])
      all.push({ name: componentName(lifeline.name, part), kind: 'component', of: lifeline.name });
  }
  return ordered(all, arrangement.order);
}

/** `names` with one of them at another place; a place beyond either end is that end. */
export function moved(names: readonly string[], name: string, to: number): string[] {
  const others = names.filter((other) => other !== name);
  const at = Math.max(0, Math.min(others.length, to));
  return [...others.slice(0, at), name, ...others.slice(at)];
}

/** Those that `order` does not name stand behind the one that they follow by nature. */
function ordered(lifelines: readonly Lifeline[], order: readonly string[]): Lifeline[] {
  if (order.length === 0) return [...lifelines];
  const byName = new Map(lifelines.map((lifeline) => [lifeline.name, lifeline]));
  const result = order.flatMap((name) => byName.get(name) ?? []);
  const named = new Set(order);
  lifelines.forEach((lifeline, index) => {
    if (named.has(lifeline.name)) return;
    const before = lifelines[index - 1];
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, lifeline);
  });
  return result;
}

function componentName(process: string, part: string): string {
  return `${process}/${part}`;
}
