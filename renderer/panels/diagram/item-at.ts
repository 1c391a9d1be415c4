/** Which item somebody has clicked. */
import type { Diagram } from '#core/shared/trace/diagram/diagram.js';
import { ROW, type DiagramLayout } from '#core/shared/trace/diagram/diagram-layout.js';

/** The item that is nearest to a click, within half a row. */
export function itemAt(
  { x, y }: { x: number; y: number },
  diagram: Diagram,
  layout: DiagramLayout,
): number | undefined {
  const from = Math.max(0, layout.firstAt(y - 4 * ROW));
  let best: { index: number; far: number } | undefined;
  for (let index = from; index < diagram.items.length && layout.y(index) < y + ROW; index += 1) {
    const far = distance(index, { x, y }, diagram, layout);
    if (far < ROW && (!best || far < best.far)) best = { index, far };
  }
  return best?.index;
}

function distance(
  index: number,
  { x, y }: { x: number; y: number },
  { items }: Diagram,
  layout: DiagramLayout,
): number {
  const item = items[index];
  if (!item) return Infinity;
  if (item.kind === 'note') {
    const at = layout.x(item.at, item.part) ?? 0;
    return x < at - ROW || x > at + 200 ? Infinity : Math.abs(y - layout.y(index));
  }
  const [x1, x2] = [layout.x(item.from, item.fromPart) ?? 0, layout.x(item.to, item.toPart) ?? 0];
  if (x < Math.min(x1, x2) || x > Math.max(x1, x2)) return Infinity;
  const part = x2 === x1 ? 0 : (x - x1) / (x2 - x1);
  return Math.abs(y - (layout.y(index) + part * (layout.endY(index) - layout.y(index))));
}
