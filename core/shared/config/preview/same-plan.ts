/** Whether a process would run as it does now, and if not, why: places in files do not count. */
import { remembering } from '../remembering.js';
import { isSame } from '../same-data.js';
import type { ProcessPlan } from '../topology-plan.js';

/**
 * What makes the difference between two plans of one process: keys of properties and setting lines, and else names of the
 * plan's fields (`hostname`, `address`, …). Empty: there is none.
 */
export const planChanges = remembering((before: ProcessPlan, after: ProcessPlan): string[] => {
  const [old, now] = [whatRuns(before), whatRuns(after)];
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (field) => !isSame(old[field], now[field]),
  );
  const written = [
    ...changedKeys(before.properties, after.properties),
    ...changedKeys(before.settings, after.settings),
  ];
  const others = fields.filter((field) => OWN_FIELDS.has(field) || written.length === 0);
  return [...written, ...others];
});

/** Fields that a property need not stand behind: `lab.yaml` and the other files have their say. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['hostname', 'address', 'seenAs', 'clockAheadMs']);

function whatRuns(plan: ProcessPlan): Record<string, unknown> {
  const { file: _file, hostnameRule: _rule, components, clusterNodes, externals, extComps, ...rest } = plan;
  return {
    ...rest,
    components: components.map(withoutPlace),
    clusterNodes: clusterNodes.map(withoutPlace),
    externals: externals.map(withoutPlace),
    extComps: extComps.map(withoutPlace),
  };
}

function withoutPlace<Part extends { source?: unknown }>({ source: _, ...rest }: Part): Omit<Part, 'source'> {
  return rest;
}

function changedKeys(before: Record<string, string>, after: Record<string, string>): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => before[key] !== after[key]);
}
