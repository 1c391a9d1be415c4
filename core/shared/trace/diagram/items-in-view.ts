/** Which items begin in a view: of a page of much time not all of the thousands that lie on one another. */
import type { DiagramLayout } from './diagram-layout.js';

/** A view with more items is thinned out. */
export const CROWD = 1500;
/** Items of one line of pixels that are drawn then. */
const PER_LINE = 2;

/**
 * Indexes of the items that begin from `top` to `bottom`, ascending, in px from where the first item of all could stand.
 * Lines of pixels are those of the page, not of the view, so that the same items are drawn wherever it is scrolled to.
 */
export function* itemsInView(layout: DiagramLayout, top: number, bottom: number): Generator<number> {
  const [first, last] = [layout.firstAt(top), layout.firstAt(bottom)];
  if (last - first <= CROWD) {
    for (let index = first; index < last; index += 1) yield index;
    return;
  }
  let drawn = first;
  for (let line = Math.floor(top); line < bottom; line += 1) {
    drawn = Math.max(drawn, layout.firstAt(line));
    for (let count = 0; count < PER_LINE && drawn < last && layout.y(drawn) < line + 1; count += 1) {
      yield drawn;
      drawn += 1;
    }
  }
}
