import type { TopologyPlan } from '#core/shared/config/topology-plan.js';

const MUC = 'tigase.muc.MUCComponent';

/** Domain of the rooms of a topology: what a MUC process is connected as, or the MUC inside a server. */
export function roomDomain(plan: TopologyPlan | undefined): string | undefined {
  for (const { components, externals, virtualHosts } of plan?.processes ?? []) {
    const muc = components.find(({ className }) => className === MUC);
    if (!muc) continue;
    const outside = externals.find(({ type, sample }) => type === 'connect' && !sample);
    if (outside) return outside.domain;
    if (virtualHosts[0] !== undefined) return `${muc.name}.${virtualHosts[0]}`;
  }
  return undefined;
}
