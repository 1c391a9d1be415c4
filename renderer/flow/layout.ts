/** Where cards stand when nobody has moved them. Once a topology, by formula: a mesh has no better order. */
import type { TopologyPlan } from '#core/shared/config/topology-plan.js';
import type { CardKind, CardShape } from './canvas-shape.js';
import type { Point } from './line-curve.js';

export const CARD_WIDTH: Readonly<Record<CardKind, number>> = {
  process: 300,
  client: 168,
  outside: 168,
  unknownHost: 190,
  database: 290,
};

/** Space that a card may take, with the lines around it. */
const CELL = { x: 540, y: 380 };
const COMPONENT_CELL = { x: 360, y: 300 };
const A_ROW = 6;
/** Room for a card that has something to explain. */
const BELOW_SERVERS = 345;
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
      y: (row - rows) * COMPONENT_CELL.y + COMPONENT_CELL.y - 270,
    };
  });
  servers.forEach((name, index) => (places[name] = serverPlace(index, servers.length)));
  return { ...places, ...plan.positions };
}

/** Two servers stand side by side; more on an ellipse, so that no line runs behind a third card. */
function serverPlace(index: number, count: number): Point {
  if (count <= 2) return { x: (index - (count - 1) / 2) * CELL.x, y: 0 };
  const radius = {
    x: Math.max(CELL.x * 0.62, (count * CELL.x) / 6.8),
    y: Math.max(CELL.y * 0.52, (count * CELL.y) / 7.2),
  };
  const angle = (2 * Math.PI * index) / count - Math.PI / 2 - (count % 2 === 0 ? Math.PI / count : 0);
  return { x: radius.x * Math.cos(angle), y: radius.y + radius.y * Math.sin(angle) };
}

function spaceIn(above: number, servers: number): number {
  return above <= 2 && servers === 2 ? CELL.x : COMPONENT_CELL.x;
}

/** Place of a card that came after the layout: beside what it belongs to. */
export function latePlace(card: CardShape, index: number, processes: Places): Point {
  const bottom = Math.max(0, ...Object.values(processes).map(({ y }) => y));
  if (card.kind === 'database')
    return { x: middleOf(processes) + index * 330 + 5, y: bottom + BELOW_SERVERS };
  const near = processes[card.near] ?? { x: 0, y: 0 };
  if (card.kind === 'unknownHost') return { x: near.x + 340, y: near.y - 90 - index * 60 };
  // Three rows, then on sideways, away from the middle, where the database stands.
  const outward = near.x < middleOf(processes) ? -1 : 1;
  const column = Math.floor(index / 3);
  const start = outward < 0 ? near.x : near.x + CARD_WIDTH.process - CARD_WIDTH.client;
  return { x: start + outward * column * SMALL.x, y: near.y + BELOW_SERVERS + (index % 3) * SMALL.y };
}

function middleOf(processes: Places): number {
  const all = Object.values(processes).map(({ x }) => x);
  return all.length === 0 ? 0 : (Math.min(...all) + Math.max(...all)) / 2;
}
