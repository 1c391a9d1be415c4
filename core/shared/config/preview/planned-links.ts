/** The links that a topology would have: who dials whom, before anything runs. */
import { connectionsPerNode } from '../cluster-connections.js';
import { DEFAULT_CLUSTER_PORT } from '../cluster-nodes.js';
import { EXTERNAL_COMPONENT_CLASS } from '../config-type.js';
import { sharesNodeTable } from '../lint/topology-view.js';
import { outsideHosts } from '../outside-hosts.js';
import { ownValue } from '../own-value.js';
import type { ProcessPlan, TopologyPlan } from '../topology-plan.js';

export interface PlannedLink {
  /** `server1>server2:5277`: the route of the links that there will be, or the name where nobody is. */
  id: string;
  /** Component that dials: `cl-comp`, `ext`, `ext-comp`. */
  service: string;
  /** Process that dials. */
  from: string;
  /** Process that is dialled; `outside`: a server that is none of the lab's; undefined: nobody has that name. */
  to?: string;
  /** Name or address as the file has it. */
  host: string;
  port: number;
  connections: number;
  /** Whether somebody listens there, as far as the files say; of a server outside that is not known: true. */
  listening: boolean;
}

/** Each route once, in the order of the processes and of their files. */
export function plannedLinks(plan: TopologyPlan, profile: '5.2' | '7.1'): PlannedLink[] {
  const links = plan.processes.flatMap((process) => [
    ...clusterDials(plan, process, profile),
    ...componentDials(process),
    ...extCompDials(process),
  ]);
  const find = finder(plan);
  const found = new Map<string, PlannedLink>();
  for (const dial of links) {
    const link = linkOf(find, dial);
    const before = found.get(link.id);
    found.set(link.id, before ? { ...before, connections: before.connections + link.connections } : link);
  }
  return [...found.values()];
}

interface Dial extends Pick<PlannedLink, 'service' | 'host' | 'port' | 'connections'> {
  process: ProcessPlan;
}

/** Every node dials every other one that it knows, from its list or from the table that they share (§5.1, §5.2). */
function clusterDials({ processes }: TopologyPlan, process: ProcessPlan, profile: '5.2' | '7.1'): Dial[] {
  if (!process.clusterMode) return [];
  const known = new Map<string, number>();
  for (const { host, port } of process.clusterNodes) known.set(host, port);
  for (const other of processes) {
    const published = other.clusterMode && sharesNodeTable({ process }, { process: other });
    if (published && !known.has(other.hostname)) known.set(other.hostname, ownPort(other));
  }
  known.delete(process.hostname);
  const connections = connectionsPerNode(process, profile);
  return [...known].map(([host, port]) => ({ process, service: 'cl-comp', host, port, connections }));
}

/** What a node writes into the table of itself. */
function ownPort({ clusterNodes, hostname }: ProcessPlan): number {
  return clusterNodes.find(({ host }) => host === hostname)?.port ?? DEFAULT_CLUSTER_PORT;
}

function componentDials(process: ProcessPlan): Dial[] {
  const service = process.components.find(({ className }) => className === EXTERNAL_COMPONENT_CLASS)?.name;
  if (service === undefined) return [];
  return process.externals
    .filter(({ type, port }) => type === 'connect' && port > 0)
    .flatMap(({ addresses, port }) =>
      addresses.map((host) => ({ process, service, host, port, connections: 1 })),
    );
}

function extCompDials(process: ProcessPlan): Dial[] {
  return process.extComps
    .filter(({ type }) => type === 'connect')
    .map(({ component, host, port }) => ({ process, service: component, host, port, connections: 1 }));
}

function linkOf(find: Find, { process, service, host, port, connections }: Dial): PlannedLink {
  const { target, outside } = find(host);
  const to = target?.name ?? (outside ? 'outside' : undefined);
  const listening = outside || target?.listeners.some((listener) => listener.port === port) === true;
  return {
    id: `${process.name}>${to ?? host}:${port}`,
    service,
    from: process.name,
    ...(to === undefined ? {} : { to }),
    host,
    port,
    connections,
    listening,
  };
}

/** Who is at a name or address. */
type Find = (host: string) => { target: ProcessPlan | undefined; outside: boolean };

/** By host name, by `hosts` of lab.yaml, by address; the first of those that share one. */
function finder(plan: TopologyPlan): Find {
  const outside = outsideHosts(plan);
  const named = new Map(plan.processes.map((process) => [process.hostname.toLowerCase(), process]));
  const placed = new Map(plan.processes.toReversed().map((process) => [process.address, process]));
  return (host) => ({
    target: named.get(host.toLowerCase()) ?? placed.get(ownValue(plan.hosts, host) ?? host),
    outside: outside.has(host.toLowerCase()),
  });
}
