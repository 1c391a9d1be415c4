/** Things on the map that a fault can be put on, and which of the open faults lie on each. */
import type { FaultView } from '#core/shared/api/results.js';
import type { TopologyPlan } from '#core/shared/config/topology-plan.js';
import type { FaultGround } from '#core/shared/faults/fault-kind-view.js';
import { parseRoute, routeMeans } from '#core/shared/faults/route-selector.js';

/** A line: a link, or the place where one should be. */
export interface LinePlace {
  /** Id of the link; undefined: there is none now. */
  link: string | undefined;
  /** Name of the card that dials, and of the one that accepts. */
  from: string;
  to: string;
  /** Port of the service; undefined: not known. */
  port: number | undefined;
}

/** What the user pointed at: a line, or a card or port with all that belongs to it. */
export interface FaultPlace {
  title: string;
  line?: LinePlace;
  node?: string;
  /** Of the node. */
  port?: number;
  /** Host name that the node has. */
  name?: string;
  /** Node that uses the database. */
  database?: string;
  /** Groups of nodes are chosen in the form. */
  nodes?: true;
}

/** What kinds of ground a place offers, the nearest one first. */
export function groundsOf(place: FaultPlace): FaultGround[] {
  return [
    ...(place.line ? (['route'] as const) : []),
    ...(place.port !== undefined ? (['port'] as const) : []),
    ...(place.node !== undefined ? (['node'] as const) : []),
    ...(place.node !== undefined && place.port === undefined ? (['port'] as const) : []),
    ...(place.name !== undefined ? (['name'] as const) : []),
    ...(place.database !== undefined ? (['database'] as const) : []),
    ...(place.nodes ? (['nodes'] as const) : []),
  ];
}

/** `muc1>server1:5270`: every connection of the line, those to come included. */
export function routeOf({ from, to, port }: LinePlace): string {
  return `${from}>${to}${port === undefined ? '' : `:${port}`}`;
}

/** The place of a process: itself, its ports, its name. */
export function nodePlace(plan: Pick<TopologyPlan, 'processes'> | undefined, node: string): FaultPlace {
  const process = plan?.processes.find(({ name }) => name === node);
  return { title: node, node, ...(process ? { name: process.hostname } : {}) };
}

export function portPlace(node: string, port: number): FaultPlace {
  return { title: `${node}:${port}`, node, port };
}

/** The place of a line by its id (a link, or `dial INSTANCE`), its cards and its service. */
export function linePlace(
  plan: Pick<TopologyPlan, 'processes'> | undefined,
  line: { id: string; source: string; target: string; service: string },
): FaultPlace {
  const written = parseRoute(line.id);
  const [from, to] = [written?.from ?? line.source, written?.to ?? line.target.replace(/^host:/, '')];
  const acceptor = plan?.processes.find(({ name }) => name === to);
  const planned = acceptor?.listeners.find(({ component }) => component === line.service)?.port;
  const port = written?.port ?? planned;
  const link = written ? line.id : undefined;
  return {
    title: `${plain(from)} → ${plain(to)}${port === undefined ? '' : `:${port}`}`,
    line: { link, from, to, port },
  };
}

/** Faults of routes that lie on a line, those included that wait for their stage or time. */
export function faultsOnLine(line: LinePlace, faults: readonly FaultView[]): FaultView[] {
  const id = line.link ?? routeOf(line);
  return faults.filter(({ target }) => {
    const route = parseRoute(target);
    return route !== undefined && routeMeans(route, id);
  });
}

/** Faults of a process, of its ports, and of its name. */
export function faultsOnNode(
  node: string,
  hostname: string | undefined,
  faults: readonly FaultView[],
  groundOf: (kind: string) => FaultGround | undefined,
): FaultView[] {
  return faults.filter(({ kind, target }) => {
    const ground = groundOf(kind);
    if (ground === 'node') return target === node;
    if (ground === 'port') return target.startsWith(`${node}:`);
    if (ground === 'name') return target.toLowerCase() === hostname?.toLowerCase();
    return ground === 'nodes' && target.split(/[|,]/).includes(node);
  });
}

/** What is healed when somebody heals a fault: the pattern that has put it on, or else itself. */
export function rootOf(fault: FaultView, faults: readonly FaultView[]): FaultView {
  const pattern = faults.find(({ id }) => id === fault.of);
  return pattern ? rootOf(pattern, faults) : fault;
}

/** Patterns and single faults in their order, each pattern followed by what it has put on. */
export function familyOrder(faults: readonly FaultView[]): FaultView[] {
  const known = new Set(faults.map(({ id }) => id));
  const withParts = (fault: FaultView): FaultView[] => [
    fault,
    ...faults.filter(({ of }) => of === fault.id).flatMap(withParts),
  ];
  return faults.filter(({ of }) => of === undefined || !known.has(of)).flatMap(withParts);
}

/** `client:alice` → `alice` */
export function plain(card: string): string {
  return card.replace(/^(client|host):/, '');
}
