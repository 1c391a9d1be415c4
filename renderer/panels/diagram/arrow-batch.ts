/** Arrows of one look, drawn in one go: a canvas is slow when its pen is changed for each line. */
import type { DiagramItem } from '#core/shared/trace/diagram/diagram.js';

/** How an arrow is drawn. */
export interface ArrowLook {
  sort: DiagramItem['sort'];
  /** Not in what the selected item has led to. */
  dimmed: boolean;
  bold: boolean;
  /** It gets there; else it is lost or on its way. */
  arrives: boolean;
}

export interface Line {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export const DIM = 0.25;
const HEAD_LENGTH = 7;
const HEAD_HALF = 3.5;

export class ArrowBatches {
  private readonly batches = new Map<string, { look: ArrowLook; lines: Path2D; heads: Path2D }>();
  add(look: ArrowLook, line: Line): void {
    const key = `${look.sort}${look.dimmed}${look.bold}${look.arrives}`;
    const { x1, y1, x2, y2 } = line;
    let batch = this.batches.get(key);
    if (!batch) this.batches.set(key, (batch = { look, lines: new Path2D(), heads: new Path2D() }));
    batch.lines.moveTo(x1, y1);
    batch.lines.lineTo(x2, y2);
    if (look.arrives) addHead(batch.heads, line);
  }

  /** @param ink colour of a sort */
  draw(context: CanvasRenderingContext2D, ink: (sort: ArrowLook['sort']) => string): void {
    for (const { look, lines, heads } of this.batches.values()) {
      context.globalAlpha = look.dimmed ? DIM : 1;
      context.lineWidth = look.bold ? 2.5 : 1.2;
      context.strokeStyle = context.fillStyle = ink(look.sort);
      context.setLineDash(look.arrives ? [] : [4, 3]);
      context.stroke(lines);
      context.fill(heads);
    }
    context.setLineDash([]);
    context.globalAlpha = 1;
  }
}

function addHead(path: Path2D, { x1, y1, x2, y2 }: Line): void {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [along, across] = [(x2 - x1) / length, (y2 - y1) / length];
  const [x, y] = [x2 - HEAD_LENGTH * along, y2 - HEAD_LENGTH * across];
  path.moveTo(x2, y2);
  path.lineTo(x - HEAD_HALF * across, y + HEAD_HALF * along);
  path.lineTo(x + HEAD_HALF * across, y - HEAD_HALF * along);
  path.closePath();
}
