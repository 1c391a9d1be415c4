/**
 * Where the user has put the cards of a topology, kept for the next time. (In this browser or window only: writing
 * `positions` into `lab.yaml` needs a command that the host API does not have yet.)
 */
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

function isPoint(value: unknown): value is Point {
  if (typeof value !== 'object' || value === null) return false;
  return 'x' in value && 'y' in value && Number.isFinite(value.x) && Number.isFinite(value.y);
}
