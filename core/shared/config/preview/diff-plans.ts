/** What applying a plan would do to the processes of another one that run. */
import type { TopologyPlan } from '../topology-plan.js';
import { planChanges } from './same-plan.js';

export interface PlanDifference {
  /** Processes that would start. */
  added: string[];
  /** Processes that would stop for good. */
  removed: string[];
  /** Processes that would start anew, and what has been changed. */
  changed: { name: string; because: string[] }[];
  /** Processes that would go on, with all their connections. */
  unchanged: string[];
}

/** Names in the order of the plans. Processes are the same when they have the same name. */
export function diffPlans(
  before: Pick<TopologyPlan, 'processes'>,
  after: Pick<TopologyPlan, 'processes'>,
): PlanDifference {
  const old = new Map(before.processes.map((process) => [process.name, process]));
  const difference: PlanDifference = { added: [], removed: [], changed: [], unchanged: [] };
  for (const process of after.processes) {
    const known = old.get(process.name);
    old.delete(process.name);
    const because = known ? planChanges(known, process) : [];
    if (!known) difference.added.push(process.name);
    else if (because.length > 0) difference.changed.push({ name: process.name, because });
    else difference.unchanged.push(process.name);
  }
  difference.removed.push(...old.keys());
  return difference;
}
