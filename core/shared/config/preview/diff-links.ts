/** Which links would come and go. */
import type { PlannedLink } from './planned-links.js';

export interface LinkDifference {
  added: PlannedLink[];
  removed: PlannedLink[];
  /** As they would be: more or fewer connections, or somebody begins or ends to listen. */
  changed: PlannedLink[];
}

export function diffLinks(before: readonly PlannedLink[], after: readonly PlannedLink[]): LinkDifference {
  const [old, now] = [byId(before), byId(after)];
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !now.has(id)),
    changed: after.filter((link) => {
      const known = old.get(link.id);
      return known && (known.connections !== link.connections || known.listening !== link.listening);
    }),
  };
}

function byId(links: readonly PlannedLink[]): Map<string, PlannedLink> {
  return new Map(links.map((link) => [link.id, link]));
}
