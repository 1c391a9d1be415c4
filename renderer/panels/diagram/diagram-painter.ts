/** Draws the part of a diagram that is in view. */
import type { Diagram, Message } from '#core/shared/trace/diagram/diagram.js';
import { ROW, type DiagramLayout } from '#core/shared/trace/diagram/diagram-layout.js';
import { itemsInView } from '#core/shared/trace/diagram/items-in-view.js';
import type { LongArrows } from '#core/shared/trace/diagram/long-arrows.js';
import { ArrowBatches, DIM } from './arrow-batch.js';
import { LabelPlaces } from './label-places.js';

/** Height of the row of names above the drawing, in px. */
export const HEAD = 30;

const TOKENS = {
  stanza: '--accent',
  cluster: '--info',
  stream: '--muted',
  hop: '--ok',
  state: '--ok',
  link: '--warn',
  fault: '--error',
  timer: '--muted',
  text: '--text',
  line: '--border-strong',
  surface: '--surface',
} as const;

type Ink = keyof typeof TOKENS;

export interface Scene {
  diagram: Diagram;
  layout: DiagramLayout;
  /** Of the items of `diagram`. */
  long: LongArrows;
  view: { left: number; top: number; width: number; height: number };
  /** `seq` of the selected item. */
  selected: number | undefined;
  /** What the selected one has led to; undefined: nothing is dimmed. */
  family: ReadonlySet<number> | undefined;
  /** Event that the window looks back at; undefined: the present. */
  now: number | undefined;
}

/** Width of a letter in px, roughly and rather too much: whether words find room is asked before they are measured. */
const LETTER = 6.2;
const LABEL_HEIGHT = 11;

interface Label {
  text: string;
  x: number;
  y: number;
  align: 'left' | 'center';
  dimmed: boolean;
}

export class DiagramPainter {
  private readonly canvas: HTMLCanvasElement;
  private readonly inks = new Map<Ink, string>();
  private arrows = new ArrowBatches();
  private places = new LabelPlaces();
  private labels: Label[] = [];

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
    const context = this.canvas.getContext('2d', { alpha: false });
    if (!context) return;
    const { view, diagram, layout } = scene;
    [this.arrows, this.places, this.labels] = [new ArrowBatches(), new LabelPlaces(), []];
    const pixels = window.devicePixelRatio || 1;
    this.size(view.width * pixels, view.height * pixels);
    context.setTransform(pixels, 0, 0, pixels, 0, 0);
    context.font = '11px system-ui, sans-serif';
    context.fillStyle = this.ink('surface');
    context.fillRect(0, 0, view.width, view.height);
    context.translate(-view.left, HEAD - view.top);
    this.lifelines(context, scene);
    const top = view.top - HEAD - ROW;
    const first = layout.firstAt(top);
    const reaching = scene.long.reaching(first, diagram.items[first]?.seq ?? Infinity);
    for (const index of reaching) this.item(context, index, scene);
    for (const index of itemsInView(layout, top, view.top + view.height)) this.item(context, index, scene);
    this.arrows.draw(context, (sort) => this.ink(sort));
    for (const label of this.labels) this.write(context, label);
    this.nowLine(context, scene);
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
    for (const index of diagram.lifelines.keys()) {
      const x = layout.laneX(index);
      context.beginPath();
      context.moveTo(x, view.top - HEAD);
      context.lineTo(x, view.top + view.height);
      context.stroke();
    }
  }

  private item(context: CanvasRenderingContext2D, index: number, scene: Scene): void {
    const { family, selected, layout, diagram } = scene;
    const item = diagram.items[index];
    if (!item) return;
    const isSelected = item.seq === selected;
    const dimmed = family !== undefined && !family.has(item.seq) && !isSelected;
    if (item.kind === 'message')
      return this.message(context, { item, index, dimmed, bold: isSelected }, scene);
    const [x, y] = [layout.x(item.at, item.part) ?? 0, layout.y(index)];
    context.globalAlpha = dimmed ? DIM : 1;
    context.fillStyle = this.ink(item.sort);
    context.beginPath();
    context.arc(x, y, isSelected ? 4.5 : 3, 0, 2 * Math.PI);
    context.fill();
    context.globalAlpha = 1;
    this.label({ text: clipped(item.text, 46), x: x + 8, y: y + 4, align: 'left', dimmed }, scene);
  }

  private message(
    context: CanvasRenderingContext2D,
    { item, index, dimmed, bold }: { item: Message; index: number; dimmed: boolean; bold: boolean },
    scene: Scene,
  ): void {
    const { layout } = scene;
    const [x1, x2] = [layout.x(item.from, item.fromPart) ?? 0, layout.x(item.to, item.toPart) ?? 0];
    const [y1, y2] = [layout.y(index), layout.endY(index)];
    const arrives = item.end?.how === 'delivered';
    // What is lost or on its way does not get there.
    const [endX, endY] = arrives ? [x2, y2] : [(x1 + x2) / 2, (y1 + y2) / 2];
    this.arrows.add({ sort: item.sort, dimmed, bold, arrives }, { x1, y1, x2: endX, y2: endY });
    if (item.end?.how === 'dropped') cross(context, endX, endY, this.ink('fault'));
    const room = Math.max(layout.lane, Math.abs(x2 - x1));
    const text = clipped(item.text, Math.floor(room / LETTER));
    this.label({ text, x: (x1 + x2) / 2, y: (y1 + y2) / 2 - 4, align: 'center', dimmed }, scene);
  }

  /** Words are written unless others stand there already: better fewer than none that can be read. */
  private label(label: Label, { view }: Scene): void {
    const { text, x, y, align } = label;
    if (y < view.top - HEAD || y > view.top + view.height) return;
    const width = text.length * LETTER;
    if (this.places.take(align === 'left' ? x : x - width / 2, width, y)) this.labels.push(label);
  }

  /** On a ground of their own, above the lines. */
  private write(context: CanvasRenderingContext2D, { text, x, y, align, dimmed }: Label): void {
    const width = context.measureText(text).width + 4;
    context.globalAlpha = 0.85;
    context.fillStyle = this.ink('surface');
    context.fillRect(align === 'left' ? x - 2 : x - width / 2, y - LABEL_HEIGHT + 2, width, LABEL_HEIGHT);
    context.globalAlpha = dimmed ? DIM : 1;
    context.fillStyle = this.ink('text');
    context.textAlign = align;
    context.fillText(text, x, y);
    context.globalAlpha = 1;
  }

  /** Where the window looks back to. */
  private nowLine(context: CanvasRenderingContext2D, { now, diagram, layout, view }: Scene): void {
    if (now === undefined) return;
    const index = Math.min(layout.firstAfter(now), diagram.items.length - 1);
    const y = layout.y(index) - ROW / 2;
    context.strokeStyle = this.ink('link');
    context.lineWidth = 2;
    context.beginPath();
    context.moveTo(view.left, y);
    context.lineTo(view.left + view.width, y);
    context.stroke();
  }
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
