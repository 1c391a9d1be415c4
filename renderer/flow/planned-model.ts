/** What the edited files would add to the map; what they would take or change is marked on the cards and lines that are there. */
import type { Edge, Node } from '@xyflow/react';
import type { TextKey } from '#core/shared/text/en.js';
import type { PlannedLink } from '#core/shared/config/preview/planned-links.js';
import type { Difference } from '../files/difference.js';
import { clearPlace } from './clear-place.js';
import { CARD_WIDTH, GUESSED_HEIGHT, processPlaces, type Places } from './layout.js';
import { bendOf, type Box, type Point } from './line-curve.js';

/** What would become of a process or a link. */
export type Change = 'added' | 'removed' | 'changed';

export type PlannedNode = Node<{ name: string; hostname: string }>;
export type PlannedEdge = Edge<{ link: PlannedLink; aside: number }>;

export interface PlannedModel {
  nodes: PlannedNode[];
  edges: PlannedEdge[];
}

export const NOTHING_PLANNED: PlannedModel = { nodes: [], edges: [] };

/** Whether there is anything that `plannedModel` would draw. */
export function addsToMap(difference: Difference | undefined): boolean {
  return difference !== undefined && difference.processes.added.length + difference.links.added.length > 0;
}

/** Prefix of ids, so that a planned card is never taken for one that runs. */
const PLANNED = 'planned:';
export function isPlanned(id: string): boolean {
  return id.startsWith(PLANNED);
}

/** Further than the lines that run between the same two cards, which are bent to both sides of the middle. */
const ASIDE = 70;
/** Of a planned card. */
const HEIGHT = 92;

/**
 * @param kept where cards have been put by hand
 * @param drawn what the cards take that are on the map
 * @param lines those that are on the map
 */
export function plannedModel(
  { plan, processes, links }: Difference,
  kept: Places,
  drawn: readonly Box[],
  lines: readonly Pick<Edge, 'source' | 'target'>[],
): PlannedModel {
  const added = new Set(processes.added);
  // A layout of many cards takes longer than a key may.
  const laidOut = added.size > 0 ? processPlaces(plan) : {};
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
  return {
    nodes,
    edges: bent(
      links.added.flatMap((link) => edgeOf(link, added)),
      lines,
    ),
  };
}

/** What the card of a process takes at a place, as soon as it runs. */
function cardAt(place: Point): Box {
  return { ...place, width: CARD_WIDTH.process, height: GUESSED_HEIGHT };
}

/** A link to nobody has no second card: the findings speak of it. */
function edgeOf(link: PlannedLink, added: ReadonlySet<string>): PlannedEdge[] {
  const { id, from, to } = link;
  if (to === undefined || to === 'outside') return [];
  const card = (name: string): string => (added.has(name) ? PLANNED + name : name);
  const edge: PlannedEdge = {
    id: PLANNED + id,
    source: card(from),
    target: card(to),
    type: 'planned',
    data: { link, aside: 0 },
    focusable: false,
    selectable: false,
    interactionWidth: 0,
  };
  return [edge];
}

/** Planned lines between the same two cards are bent apart, and away from those that run there. */
function bent(
  edges: readonly PlannedEdge[],
  lines: readonly Pick<Edge, 'source' | 'target'>[],
): PlannedEdge[] {
  const pairOf = ({ source, target }: Pick<Edge, 'source' | 'target'>): string =>
    [source, target].sort().join('\n');
  const busy = new Set(lines.map(pairOf));
  const pairs = new Map<string, PlannedEdge[]>();
  for (const edge of edges) pairs.set(pairOf(edge), [...(pairs.get(pairOf(edge)) ?? []), edge]);
  return [...pairs].flatMap(([pair, group]) =>
    group.map((edge, index) => {
      const bend = bendOf(index, group.length);
      const away = busy.has(pair) ? bend + (bend < 0 ? -ASIDE : ASIDE) : bend;
      const { link } = edge.data ?? {};
      // Seen against its direction, right is left.
      const aside = edge.source < edge.target ? away : -away;
      return link ? { ...edge, data: { link, aside } } : edge;
    }),
  );
}

/** Text of what would become of a process. */
export function changeText(change: Change): TextKey {
  return `ui.files.map.${change}`;
}
