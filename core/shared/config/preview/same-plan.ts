/** Whether a process would run as it does now, and if not, why: places in files do not count. */
import type { ProcessPlan } from '../topology-plan.js';

/**
 * What makes the difference between two plans of one process: keys of properties and setting lines, and else names of the
 * plan's fields (`hostname`, `address`, …). Empty: there is none.
 */
export function planChanges(before: ProcessPlan, after: ProcessPlan): string[] {
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
}

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

/** Plain data; the order of keys does not matter. */
function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (!isObject(left) || !isObject(right) || Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => isSame(left[key], right[key]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
