/** Draws the part of a diagram that is in view. */
import type { Diagram, DiagramItem, Message } from '#core/shared/trace/diagram/diagram.js';
import { ROW, type DiagramLayout } from '#core/shared/trace/diagram/diagram-layout.js';

export const HEAD = 30;

const TOKENS = {
  stanza: '--accent',
  cluster: '--info',
  stream: '--muted',
  state: '--ok',
  link: '--warn',
  fault: '--error',
  timer: '--muted',
  text: '--text',
  line: '--border-strong',
  surface: '--surface',
  head: '--surface-2',
} as const;

type Ink = keyof typeof TOKENS;

export interface Scene {
  diagram: Diagram;
  layout: DiagramLayout;
  view: { left: number; top: number; width: number; height: number };
  /** `seq` of the selected item. */
  selected: number | undefined;
  /** What the selected one has led to; undefined: nothing is dimmed. */
  family: ReadonlySet<number> | undefined;
  /** Event that the window looks back at; undefined: the present. */
  now: number | undefined;
}

/** Rows above the view in which a long arrow may have begun. */
const REACH = 400;

export class DiagramPainter {
  private readonly canvas: HTMLCanvasElement;
  private readonly inks = new Map<Ink, string>();
  /** Places that have words already. */
  private readonly taken = new Set<string>();

  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas;
  }

  /** Takes the colours of the theme that is on now. */
  readColours(): void {
    for (const [ink, token] of Object.entries(TOKENS)) {
      this.canvas.style.color = `var(${token})`;
      this.inks.set(ink as Ink, getComputedStyle(this.canvas).color);
    }
  }

  paint(scene: Scene): void {
    const context = this.canvas.getContext('2d');
    if (!context) return;
    const { view, diagram, layout } = scene;
    this.taken.clear();
    const pixels = window.devicePixelRatio || 1;
    this.size(view.width * pixels, view.height * pixels);
    context.setTransform(pixels, 0, 0, pixels, 0, 0);
    context.font = '11px system-ui, sans-serif';
    context.fillStyle = this.ink('surface');
    context.fillRect(0, 0, view.width, view.height);
    context.translate(-view.left, HEAD - view.top);
    this.lifelines(context, scene);
    const first = Math.max(0, layout.firstAt(view.top - ROW) - REACH);
    const last = layout.firstAt(view.top + view.height);
    for (let index = first; index < last; index += 1) {
      const item = diagram.items[index];
      if (item) this.item(context, item, index, scene);
    }
    this.nowLine(context, scene);
    context.setTransform(pixels, 0, 0, pixels, 0, 0);
    this.heads(context, scene);
  }

  private size(width: number, height: number): void {
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
  }

  private ink(ink: Ink): string {
    return this.inks.get(ink) ?? '#888888';
  }

  private lifelines(context: CanvasRenderingContext2D, { diagram, layout, view }: Scene): void {
    context.strokeStyle = this.ink('line');
    context.lineWidth = 1;
    for (const { name } of diagram.lifelines) {
      const x = layout.x(name) ?? 0;
      context.beginPath();
      context.moveTo(x, view.top - HEAD);
      context.lineTo(x, view.top + view.height);
      context.stroke();
    }
  }

  private heads(context: CanvasRenderingContext2D, { diagram, layout, view }: Scene): void {
    context.fillStyle = this.ink('head');
    context.fillRect(0, 0, view.width, HEAD);
    context.fillStyle = this.ink('text');
    context.textAlign = 'center';
    context.font = '600 12px system-ui, sans-serif';
    for (const { name } of diagram.lifelines) {
      const x = (layout.x(name) ?? 0) - view.left;
      context.fillText(clipped(name.replace('client:', ''), 22), x, HEAD / 2 + 4);
    }
  }

  private item(context: CanvasRenderingContext2D, item: DiagramItem, index: number, scene: Scene): void {
    const { family, selected, layout } = scene;
    const isSelected = item.seq === selected;
    context.globalAlpha = !family || family.has(item.seq) || isSelected ? 1 : 0.25;
    context.lineWidth = isSelected ? 2.5 : 1.2;
    context.strokeStyle = this.ink(item.sort);
    context.fillStyle = this.ink(item.sort);
    if (item.kind === 'message') this.message(context, item, index, scene);
    else {
      const [x, y] = [layout.x(item.at) ?? 0, layout.y(index)];
      context.beginPath();
      context.arc(x, y, isSelected ? 4.5 : 3, 0, 2 * Math.PI);
      context.fill();
      this.label(context, clipped(item.text, 46), { x: x + 8, y: y + 4, align: 'left' });
    }
    context.globalAlpha = 1;
  }

  private message(context: CanvasRenderingContext2D, item: Message, index: number, { layout }: Scene): void {
    const [x1, x2] = [layout.x(item.from) ?? 0, layout.x(item.to) ?? 0];
    const [y1, y2] = [layout.y(index), layout.endY(index)];
    const arrived = item.end?.how === 'delivered';
    // What is lost or on its way does not get there.
    const [endX, endY] = arrived ? [x2, y2] : [(x1 + x2) / 2, (y1 + y2) / 2];
    context.setLineDash(arrived ? [] : [4, 3]);
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(endX, endY);
    context.stroke();
    context.setLineDash([]);
    if (arrived) arrowHead(context, { x: endX, y: endY }, Math.atan2(endY - y1, endX - x1));
    else if (item.end) cross(context, endX, endY, this.ink('fault'));
    const lanes = Math.max(1, Math.abs(x2 - x1) / layout.lane);
    const place = { x: (x1 + x2) / 2, y: (y1 + y2) / 2 - 4, align: 'center' as const };
    this.label(context, clipped(item.text, Math.floor((layout.lane / 6.2) * lanes)), place);
  }

  /** Words on a ground of their own, unless others stand there already: better fewer than none that can be read. */
  private label(
    context: CanvasRenderingContext2D,
    text: string,
    { x, y, align }: { x: number; y: number; align: 'left' | 'center' },
  ): void {
    const cell = `${Math.round(x / 60)} ${Math.round(y / 12)}`;
    if (this.taken.has(cell)) return;
    this.taken.add(cell);
    context.textAlign = align;
    context.lineWidth = 3;
    context.strokeStyle = this.ink('surface');
    context.strokeText(text, x, y);
    context.fillStyle = this.ink('text');
    context.fillText(text, x, y);
  }

  /** Where the window looks back to. */
  private nowLine(context: CanvasRenderingContext2D, { now, diagram, layout, view }: Scene): void {
    if (now === undefined) return;
    const index = diagram.items.findIndex(({ seq }) => seq > now);
    const y = layout.y(index < 0 ? diagram.items.length - 1 : index) - ROW / 2;
    context.strokeStyle = this.ink('link');
    context.lineWidth = 2;
    context.beginPath();
    context.moveTo(view.left, y);
    context.lineTo(view.left + view.width, y);
    context.stroke();
  }
}

function arrowHead(
  context: CanvasRenderingContext2D,
  { x, y }: { x: number; y: number },
  angle: number,
): void {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(-7, -3.5);
  context.lineTo(-7, 3.5);
  context.fill();
  context.restore();
}

function cross(context: CanvasRenderingContext2D, x: number, y: number, ink: string): void {
  context.strokeStyle = ink;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x - 4, y - 4);
  context.lineTo(x + 4, y + 4);
  context.moveTo(x + 4, y - 4);
  context.lineTo(x - 4, y + 4);
  context.stroke();
}

function clipped(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
