/** What applying the edited files would change. */
import { diffLinks, type LinkDifference } from '#core/shared/config/preview/diff-links.js';
import { diffPlans, type PlanDifference } from '#core/shared/config/preview/diff-plans.js';
import { plannedLinks } from '#core/shared/config/preview/planned-links.js';
import { remembering } from '#core/shared/config/remembering.js';
import { isSame } from '#core/shared/config/same-data.js';
import type { TopologyPlan } from '#core/shared/config/topology-plan.js';

export interface Difference {
  /** What would run. */
  plan: TopologyPlan;
  processes: PlanDifference;
  links: LinkDifference;
}

type Profile = Parameters<typeof plannedLinks>[1];

const linksOf = remembering((plan: TopologyPlan, profile: Profile) => plannedLinks(plan, profile));

/** @param before what the difference was; it comes back where nothing that is drawn of it has changed */
export function differenceOf(
  running: TopologyPlan,
  plan: TopologyPlan,
  profile: Profile,
  before: Difference | undefined,
): Difference {
  const processes = diffPlans(running, plan);
  const links = diffLinks(linksOf(running, profile), linksOf(plan, profile));
  // A card that would come is drawn by its plan.
  const isDrawnAlike =
    processes.added.length === 0 && isSame(before?.processes, processes) && isSame(before?.links, links);
  return before && isDrawnAlike ? before : { plan, processes, links };
}
