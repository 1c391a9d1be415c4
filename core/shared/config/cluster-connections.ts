/** `--cluster-connections-per-node`: how many connections a node dials to each other one (§5.1). */
import { parsePort } from './cluster-nodes.js';
import type { ProcessPlan } from './topology-plan.js';

/** 7.1 takes the number of CPUs, and 5 where the property is no number: the lab has 5 CPUs. */
const CONNECTIONS = { '5.2': 2, '7.1': 5 } as const;

export function connectionsPerNode(plan: Pick<ProcessPlan, 'properties'>, profile: '5.2' | '7.1'): number {
  return parsePort(plan.properties['--cluster-connections-per-node'] ?? '') ?? CONNECTIONS[profile];
}
