/** A place for one more card, so that it covers none that is there. */
import { CARD_WIDTH, GUESSED_HEIGHT } from './layout.js';
import type { Box, Point } from './line-curve.js';

/** Between two cards at least, in units of the map. */
const GAP = 28;

/** The place nearest to the wanted one where a process card covers nothing, nor touches it. */
export function clearPlace(wanted: Point, taken: readonly Box[]): Point {
  const lefts = taken.flatMap(({ x, width }) => [x - CARD_WIDTH.process - GAP, x + width + GAP]);
  const tops = taken.flatMap(({ y, height }) => [y - GUESSED_HEIGHT - GAP, y + height + GAP]);
  const places = [wanted.x, ...lefts].flatMap((x) => [wanted.y, ...tops].map((y) => ({ x, y })));
  const isClear = (place: Point): boolean => !taken.some((box) => covers(place, box));
  const far = ({ x, y }: Point): number => Math.hypot(x - wanted.x, y - wanted.y);
  return places.sort((a, b) => far(a) - far(b)).find(isClear) ?? wanted;
}

function covers({ x, y }: Point, box: Box): boolean {
  // A place that has been reckoned from the gap may miss it by a rounding.
  const gap = GAP - 1;
  const beside = x >= box.x + box.width + gap || x + CARD_WIDTH.process + gap <= box.x;
  const above = y >= box.y + box.height + gap || y + GUESSED_HEIGHT + gap <= box.y;
  return !beside && !above;
}

/** What a card takes of the map; `measured` is there once it has been drawn. */
export function boxOf({
  position,
  measured,
}: {
  position: Point;
  measured?: { width?: number; height?: number };
}): Box {
  return {
    ...position,
    width: measured?.width ?? CARD_WIDTH.process,
    height: measured?.height ?? GUESSED_HEIGHT,
  };
}
