/** Where cards stand when nobody has moved them. Once a topology, by formula: a mesh has no better order. */
import type { TopologyPlan } from '#core/shared/config/topology-plan.js';
import type { CardKind, CardShape } from './canvas-shape.js';
import type { Box, Point } from './line-curve.js';

export const CARD_WIDTH: Readonly<Record<CardKind, number>> = {
  process: 300,
  client: 168,
  outside: 168,
  outsideServer: 200,
  unknownHost: 190,
  database: 290,
};

/** Space that a card may take, with the lines around it. */
const CELL = { x: 540, y: 380 };
const COMPONENT_CELL = { x: 360, y: 300 };
const A_ROW = 8;
/** Of two servers side by side: near, so that the map can be read in a small window. */
const PAIR = 440;
/** Height of a card that has not been measured yet. */
export const GUESSED_HEIGHT = 215;
const BELOW = 44;
/** From a component process down to the servers: its card grows by two lines for each fault on it, and signs of faults stand on the line. */
const ABOVE = 240;
const SMALL = { x: 184, y: 76 };

export type Places = Readonly<Record<string, Point>>;

/** Places of the processes and databases: component processes above, servers in the middle, databases at the bottom. */
export function processPlaces(plan: TopologyPlan): Places {
  const places: Record<string, Point> = {};
  const above = plan.processes.filter(({ componentSet }) => componentSet === 'comp').map(({ name }) => name);
  const servers = plan.processes
    .filter(({ componentSet }) => componentSet !== 'comp')
    .map(({ name }) => name);
  const rows = Math.ceil(above.length / A_ROW);
  above.forEach((name, index) => {
    const row = Math.floor(index / A_ROW);
    const inRow = Math.min(A_ROW, above.length - row * A_ROW);
    places[name] = {
      x: ((index % A_ROW) - (inRow - 1) / 2) * spaceIn(above.length, servers.length),
      y: (row - rows) * COMPONENT_CELL.y + COMPONENT_CELL.y - ABOVE,
    };
  });
  servers.forEach((name, index) => (places[name] = serverPlace(index, servers.length)));
  return { ...places, ...plan.positions };
}

/** Two servers stand side by side; more on an ellipse, so that no line runs behind a third card. */
function serverPlace(index: number, count: number): Point {
  if (count <= 2) return { x: (index - (count - 1) / 2) * PAIR, y: 0 };
  const radius = {
    x: Math.max(CELL.x * 0.62, (count * CELL.x) / 5),
    y: Math.max(CELL.y * 0.52, (count * CELL.y) / 8),
  };
  const angle = (2 * Math.PI * index) / count - Math.PI / 2 - (count % 2 === 0 ? Math.PI / count : 0);
  return { x: radius.x * Math.cos(angle), y: radius.y + radius.y * Math.sin(angle) };
}

function spaceIn(above: number, servers: number): number {
  return above <= 2 && servers === 2 ? PAIR : COMPONENT_CELL.x;
}

/** Place of a small card: by what it belongs to, however high that is just now. */
export function smallPlace(
  { kind, near }: CardShape,
  index: number,
  processes: ReadonlyMap<string, Box>,
): Point {
  const all = [...processes.values()];
  const middle = middleOf(all);
  if (kind === 'database') {
    const bottom = Math.max(0, ...all.map(({ y, height }) => y + height));
    return { x: middle + index * 330 + 5, y: bottom + BELOW };
  }
  const by = processes.get(near) ?? { x: 0, y: 0, width: CARD_WIDTH.process, height: GUESSED_HEIGHT };
  if (kind === 'unknownHost') return { x: by.x + 340, y: by.y - 90 - index * 60 };
  const outward = by.x < middle ? -1 : 1;
  if (all.some((other) => other !== by && standsBelow(other, by))) {
    const x = outward < 0 ? by.x - SMALL.x - 20 : by.x + CARD_WIDTH.process + 36;
    return { x: x + outward * Math.floor(index / 3) * SMALL.x, y: by.y + (index % 3) * SMALL.y };
  }
  // Two a row, away from the middle, where the database stands; rows are staggered, so that no line hides.
  const row = Math.floor(index / 2);
  const start = outward < 0 ? by.x + 30 : by.x + CARD_WIDTH.process - CARD_WIDTH.client - 30;
  const aside = (index % 2) * SMALL.x + (row % 2) * (SMALL.x / 2);
  return { x: start + outward * aside, y: by.y + by.height + BELOW + row * SMALL.y };
}

/** Whether a card is where the small cards of another would stand. */
function standsBelow(card: Box, { x, y, height }: Box): boolean {
  const bottom = y + height;
  return Math.abs(card.x - x) < CARD_WIDTH.process && card.y > y && card.y < bottom + BELOW + SMALL.y;
}

function middleOf(boxes: readonly Box[]): number {
  const all = boxes.map(({ x }) => x);
  return all.length === 0 ? 0 : (Math.min(...all) + Math.max(...all)) / 2;
}
