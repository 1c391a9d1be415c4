/**
 * Where the user has put the cards of a topology, kept for the next time: here at once, and a moment later by the lab,
 * which writes them into the topology's `lab.yaml` when it can.
 */
import type { TopologyPlan } from '#core/shared/config/topology-plan.js';
import type { LabFeed } from '../store/lab-feed.js';
import type { Point } from './line-curve.js';
import type { Places } from './layout.js';

const key = (topology: string): string => `cluster-lab.positions.${topology}`;

export function keptPlaces(topology: string): Places {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(key(topology)) ?? '{}');
    return Object.fromEntries(
      Object.entries(read ?? {}).filter((entry): entry is [string, Point] => isPoint(entry[1])),
    );
  } catch {
    return {};
  }
}

export function keepPlace(topology: string, card: string, { x, y }: Point): void {
  const places = { ...keptPlaces(topology), [card]: { x: Math.round(x), y: Math.round(y) } };
  localStorage.setItem(key(topology), JSON.stringify(places));
}

export function forgetPlaces(topology: string): void {
  localStorage.removeItem(key(topology));
}

/** What the lab knows of a topology that is being opened goes before what this window remembers. */
export function takeUpPlaces({ name, positions = {} }: TopologyPlan): void {
  if (Object.keys(positions).length > 0)
    localStorage.setItem(key(name), JSON.stringify({ ...keptPlaces(name), ...positions }));
}

/** Real time after the last drag until the lab is told, in ms. */
const SAVE_MS = 500;

/** Tells the lab of places when nobody has moved anything for a moment. `stop` before another topology is shown. */
export function placeSaver(feed: LabFeed, topology: string): { soon: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => clearTimeout(timer);
  const save = async (): Promise<void> => {
    // Another window may have opened something else meanwhile, whose file these places are not for.
    const open = await feed.act('topology.get', {});
    if (open?.plan.name === topology) await feed.act('topology.place', { positions: keptPlaces(topology) });
  };
  const soon = (): void => {
    stop();
    timer = setTimeout(() => void save(), SAVE_MS);
  };
  return { soon, stop };
}

function isPoint(value: unknown): value is Point {
  if (typeof value !== 'object' || value === null) return false;
  return 'x' in value && 'y' in value && Number.isFinite(value.x) && Number.isFinite(value.y);
}
