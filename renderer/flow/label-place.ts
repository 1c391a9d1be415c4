/** Where on a line something can be written that no card covers: cards lie over lines. */
import { pointAt, type Box, type Curve, type Point } from './line-curve.js';

/** Parts of the way, the best one first: nearer to who dials, so that the two directions of a pair do not meet. */
const PARTS = [0.4, 0.5, 0.3, 0.6, 0.22, 0.7, 0.15, 0.8, 0.88];

/**
 * The middle of a text of that size; the first of the usual places when all are covered.
 * @param cards what the cards take of the map
 */
export function labelPlace(
  curve: Curve,
  { width, height }: Pick<Box, 'width' | 'height'>,
  cards: readonly Box[],
): Point {
  const places = PARTS.map((part) => pointAt(curve, part));
  const isClear = ({ x, y }: Point): boolean =>
    !cards.some(
      (card) =>
        x + width / 2 > card.x &&
        x - width / 2 < card.x + card.width &&
        y + height / 2 > card.y &&
        y - height / 2 < card.y + card.height,
    );
  return places.find(isClear) ?? pointAt(curve, PARTS[0] ?? 0.5);
}
