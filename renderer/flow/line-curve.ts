/** The curve of a line between two cards: a quadratic Bézier from border to border, bent aside for parallel lines. */

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

export interface Curve {
  from: Point;
  bend: Point;
  to: Point;
}

/** Space between parallel lines at their middles. */
const APART = 26;

/** How far line `index` of `count` is bent aside; both directions of a pair are numbered together. */
export function bendOf(index: number, count: number): number {
  return (index - (count - 1) / 2) * APART;
}

/** @param aside distance of the curve's middle from the straight line, to the right of the direction from → to */
export function curveBetween(from: Box, to: Box, aside: number): Curve {
  const [a, b] = [centre(from), centre(to)];
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const side = { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
  // Lines leave their card side by side, not all from one point.
  const spread = { x: side.x * aside * 0.5, y: side.y * aside * 0.5 };
  const start = border(from, shifted(a, spread), shifted(b, spread));
  const end = border(to, shifted(b, spread), shifted(a, spread));
  // The straight way between the ends lies half of it aside already; the curve's middle adds the other half.
  const bend = { x: (start.x + end.x) / 2 + side.x * aside, y: (start.y + end.y) / 2 + side.y * aside };
  return { from: start, bend, to: end };
}

export function pointAt({ from, bend, to }: Curve, t: number): Point {
  const s = 1 - t;
  return {
    x: s * s * from.x + 2 * s * t * bend.x + t * t * to.x,
    y: s * s * from.y + 2 * s * t * bend.y + t * t * to.y,
  };
}

export function svgPath({ from, bend, to }: Curve): string {
  const show = ({ x, y }: Point): string => `${x.toFixed(1)},${y.toFixed(1)}`;
  return `M${show(from)} Q${show(bend)} ${show(to)}`;
}

function centre({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function shifted(a: Point, b: Point): Point {
  return { x: a.x + b.x, y: a.y + b.y };
}

/** Where the way from `inside` the box to `outside` leaves it. */
function border(box: Box, inside: Point, outside: Point): Point {
  const [dx, dy] = [outside.x - inside.x, outside.y - inside.y];
  const tx = dx === 0 ? Infinity : ((dx > 0 ? box.x + box.width : box.x) - inside.x) / dx;
  const ty = dy === 0 ? Infinity : ((dy > 0 ? box.y + box.height : box.y) - inside.y) / dy;
  const t = Math.max(0, Math.min(tx, ty, 1));
  return { x: inside.x + dx * t, y: inside.y + dy * t };
}
