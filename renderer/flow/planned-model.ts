/** What the edited files would add to the map, and take from it: cards and lines that are drawn over those that run. */
import type { Edge, Node } from '@xyflow/react';
import type { TextKey } from '#core/shared/text/en.js';
import type { PlannedLink } from '#core/shared/config/preview/planned-links.js';
import type { Difference } from '../files/difference.js';
import { clearPlace } from './clear-place.js';
import { CARD_WIDTH, GUESSED_HEIGHT, processPlaces, type Places } from './layout.js';
import type { Box, Point } from './line-curve.js';

/** What would become of a process or a link. */
export type Change = 'added' | 'removed' | 'changed';

export type PlannedNode = Node<{ name: string; hostname: string }>;
export type PlannedEdge = Edge<{ change: Change; link: PlannedLink; aside: number }>;

export interface PlannedModel {
  nodes: PlannedNode[];
  edges: PlannedEdge[];
}

export const NOTHING_PLANNED: PlannedModel = { nodes: [], edges: [] };

/** Prefix of ids, so that a planned card is never taken for one that runs. */
const PLANNED = 'planned:';
export function isPlanned(id: string): boolean {
  return id.startsWith(PLANNED);
}

/** Beside the lines that run, which are bent to both sides of the middle. */
const ASIDE = 70;
/** Of a planned card. */
const HEIGHT = 92;

/**
 * @param kept where cards have been put by hand
 * @param drawn what the cards take that are on the map
 */
export function plannedModel(
  { plan, processes, links }: Difference,
  kept: Places,
  drawn: readonly Box[],
): PlannedModel {
  const added = new Set(processes.added);
  const laidOut = processPlaces(plan);
  const byHand = processes.added.flatMap((name) => kept[name] ?? []).map(cardAt);
  const taken = [...drawn, ...byHand];
  const placeOf = (name: string): Point => {
    const byUser = kept[name];
    if (byUser) return byUser;
    const place = clearPlace(laidOut[name] ?? { x: 0, y: 0 }, taken);
    taken.push(cardAt(place));
    return place;
  };
  const nodes = plan.processes
    .filter(({ name }) => added.has(name))
    .map(({ name, hostname }): PlannedNode => ({
      id: PLANNED + name,
      type: 'planned',
      position: placeOf(name),
      style: { width: CARD_WIDTH.process },
      // Said, not measured: lines to it are drawn at once.
      measured: { width: CARD_WIDTH.process, height: HEIGHT },
      data: { name, hostname },
      draggable: false,
      selectable: false,
    }));
  const edges = (['added', 'removed', 'changed'] as const).flatMap((change) =>
    links[change].flatMap((link) => edgeOf(change, link, added)),
  );
  return { nodes, edges };
}

/** What the card of a process takes at a place, as soon as it runs. */
function cardAt(place: Point): Box {
  return { ...place, width: CARD_WIDTH.process, height: GUESSED_HEIGHT };
}

/** A link to nobody has no second card: the findings speak of it. */
function edgeOf(change: Change, link: PlannedLink, added: ReadonlySet<string>): PlannedEdge[] {
  const { id, from, to } = link;
  if (to === undefined || to === 'outside') return [];
  const card = (name: string): string => (added.has(name) ? PLANNED + name : name);
  const edge: PlannedEdge = {
    id: `${PLANNED}${change} ${id}`,
    source: card(from),
    target: card(to),
    type: 'planned',
    data: { change, link, aside: from < to ? ASIDE : -ASIDE },
    focusable: false,
    selectable: false,
    interactionWidth: 0,
  };
  return [edge];
}

/** Text of what would become of a process. */
export function changeText(change: Change): TextKey {
  return `ui.files.map.${change}`;
}
