/** The settings of a process with the place that each came from, as far as the plan remembers it. */
import type { ProcessPlan } from '#core/shared/config/topology-plan.js';
import type { SourceRange } from '#core/shared/config/source-range.js';

export interface Setting {
  name: string;
  value: string;
  /** `server1.properties:12`, or the file alone. */
  place: string;
}

export function settingsOf(plan: ProcessPlan): Setting[] {
  const all = Object.entries({ ...plan.properties, ...plan.settings });
  return all.map(([name, value]) => ({ name, value: withoutPassword(value), place: placeOf(plan, name) }));
}

/** The password of a database must not be read off a projector; secrets between nodes are what people compare. */
function withoutPassword(value: string): string {
  return value.replace(/([?&;]password=)[^&;]*/gi, '$1•••').replace(/(:\/\/[^/:@]+:)[^/@]+@/g, '$1•••@');
}

function placeOf(plan: ProcessPlan, name: string): string {
  const range = rangeOf(plan, name);
  return range ? `${range.file}:${range.line}` : plan.file;
}

function rangeOf(
  { clusterNodes, externals, components, properties }: ProcessPlan,
  name: string,
): SourceRange | undefined {
  if (name === '--cluster-nodes') return clusterNodes[0]?.source;
  if (name === '--external') return externals.find(({ sample }) => sample !== true)?.source;
  if (!name.startsWith('--comp-name')) return undefined;
  return components.find(
    ({ source, name: component }) => source && component === properties[name]?.toLowerCase(),
  )?.source;
}
