/** Lines and boxes of a machine's chart. */

export interface Point {
  x: number;
  y: number;
}

/** Left upper corner and size. */
export interface Box extends Point {
  width: number;
  height: number;
}

export function centreOf(x: number, y: number, width: number, height: number): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function isIn({ x, y }: Point, box: Box): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

/** A line that starts in a box, from where it leaves it. */
export function clipAt(points: readonly Point[], box: Box): Point[] {
  const outside = points.findIndex((point) => !isIn(point, box));
  const [inner, outer] = [points[outside - 1], points[outside]];
  if (!inner || !outer) return [...points];
  return [crossing(inner, outer, box), ...points.slice(outside)];
}

/** Where the line from inside a box to outside crosses its border. */
function crossing(inner: Point, outer: Point, box: Box): Point {
  let [near, far] = [0, 1];
  // Twelve halvings are finer than a pixel for any chart.
  for (let step = 0; step < 12; step += 1) {
    const middle = (near + far) / 2;
    if (isIn(between(inner, outer, middle), box)) near = middle;
    else far = middle;
  }
  return between(inner, outer, far);
}

function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** Half way along a line. */
export function middleOf(points: readonly Point[]): Point {
  const lengths = points.slice(1).map((point, index) => distance(points[index] ?? point, point));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [index, length] of lengths.entries()) {
    const [from, to] = [points[index], points[index + 1]];
    if (from && to && left <= length) return between(from, to, length === 0 ? 0 : left / length);
    left -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}

/** Whether a line goes sideways rather than down or up. */
export function isLevel(points: readonly Point[]): boolean {
  const [first, last] = [points[0], points.at(-1)];
  return first !== undefined && last !== undefined && Math.abs(last.x - first.x) > Math.abs(last.y - first.y);
}

function distance(from: Point, to: Point): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

/** What holds all boxes with a margin around them, and how far they must move for it to begin at 0, 0. */
export function frameOf(boxes: readonly Box[], margin: number): { by: Point; width: number; height: number } {
  const left = Math.min(...boxes.map(({ x }) => x)) - margin;
  const top = Math.min(...boxes.map(({ y }) => y)) - margin;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + margin;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + margin;
  return { by: { x: -left, y: -top }, width: right - left, height: bottom - top };
}

/** A smooth line along the points, as an SVG path. */
export function curve(points: readonly Point[]): string {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return 'M0 0';
  const inner = points.slice(1, -1);
  const bends = inner.map((point, index) => {
    const next = inner[index + 1];
    const end = next ? between(point, next, 0.5) : last;
    return `Q${text(point)} ${text(end)}`;
  });
  return `M${text(first)} ${bends.length > 0 ? bends.join(' ') : `L${text(last)}`}`;
}

/** A loop at the right border of a box. */
export function loopAt({ x, y, width, height }: Box): Point[] {
  const [right, middle] = [x + width, y + height / 2];
  return [
    { x: right, y: middle - 6 },
    { x: right + 12, y: middle - 16 },
    { x: right + 22, y: middle },
    { x: right + 12, y: middle + 16 },
    { x: right, y: middle + 6 },
  ];
}

export function moveBy<Place extends Point>(place: Place, by: Point): Place {
  return { ...place, x: place.x + by.x, y: place.y + by.y };
}

function text({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
