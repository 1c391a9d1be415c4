/**
 * Which host each process is (DESIGN "Topologies, addresses, names, users"). Rules go from the strongest to the
 * weakest, and each one goes through the processes in file order, so that a guess never takes a name from a process
 * that states it. A name is claimed once.
 */
import { ownValue } from './own-value.js';
import type { ClusterNodeItem, ExternalItem, HostNameRule, ProcessPlan } from './topology-plan.js';

/** What the rules look at, in file order. */
export interface HostNameInput {
  /** Process name. */
  name: string;
  componentSet?: ProcessPlan['componentSet'];
  externals: readonly ExternalItem[];
  clusterNodes: readonly ClusterNodeItem[];
  /** First field of `--ext-comp` or `--ext-comp_N` (§2.7). */
  extCompLocalName?: string | undefined;
}

export interface HostNameClaim {
  hostname: string;
  rule: HostNameRule;
}

/** Binds that say nothing about whose host it is. */
const NOBODYS_NAMES: ReadonlySet<string> = new Set(['*', '0.0.0.0', '::', 'localhost', '127.0.0.1', '::1']);

type Rule = (process: HostNameInput, isFree: (name: string) => boolean) => string | undefined;

const listenItem: Rule = (process, isFree) => {
  const item = process.externals.find((external) => external.type === 'accept' && external.sample !== true);
  const bind = item?.addresses[0];
  return bind !== undefined && !NOBODYS_NAMES.has(bind) && isFree(bind) ? bind : undefined;
};

/** The list of a component process that listens by mistake names servers; names of cluster nodes are theirs. */
const listenItemBut =
  (nodes: ReadonlySet<string>): Rule =>
  (process, isFree) =>
    listenItem(process, (name) => isFree(name) && (process.componentSet !== 'comp' || !nodes.has(name)));

const extComp: Rule = (process, isFree) => {
  const name = process.extCompLocalName;
  return name !== undefined && name !== '' && isFree(name) ? name : undefined;
};

const processName: Rule = (process, isFree) => {
  const listed = process.clusterNodes.some((node) => node.host === process.name);
  return listed && isFree(process.name) ? process.name : undefined;
};

const nextClusterNode: Rule = (process, isFree) =>
  process.clusterNodes.find((node) => isFree(node.host))?.host;

/** Names every process; the result has the order of the input. `fixed`: host names of `lab.yaml` by process name. */
export function claimHostNames(
  processes: readonly HostNameInput[],
  fixed: Readonly<Record<string, string>>,
): HostNameClaim[] {
  const claims = new Map<HostNameInput, HostNameClaim>();
  const taken = new Set<string>();
  const apply = (rule: HostNameRule, nameOf: Rule): void => {
    for (const process of processes) {
      if (claims.has(process)) continue;
      const hostname = nameOf(process, (name) => !taken.has(name));
      if (hostname === undefined) continue;
      claims.set(process, { hostname, rule });
      taken.add(hostname);
    }
  };
  apply('lab-yaml', (process, isFree) => {
    const name = ownValue(fixed, process.name);
    return name !== undefined && isFree(name) ? name : undefined;
  });
  const nodes = new Set(processes.flatMap(({ clusterNodes }) => clusterNodes.map(({ host }) => host)));
  apply('listen-item', listenItemBut(nodes));
  apply('ext-comp', extComp);
  apply('process-name', processName);
  apply('cluster-nodes', nextClusterNode);
  apply('fallback', (process, isFree) => freeVariant(process.name, isFree));
  return processes.map((process) => claims.get(process) ?? { hostname: process.name, rule: 'fallback' });
}

/** A process whose very name another one binds still needs a name of its own. */
function freeVariant(name: string, isFree: (name: string) => boolean): string {
  let candidate = name;
  for (let number = 2; !isFree(candidate); number += 1) candidate = `${name}-${number}`;
  return candidate;
}
