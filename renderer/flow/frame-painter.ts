/** Draws frames on the overlay: dots that travel along a line, and dots that wait at its end. */
import {
  FRAME_COLOURS,
  FRAME_KINDS,
  FRAME_SHAPES,
  type Arrival,
  type FrameKind,
  type Waiting,
} from './frame-fold.js';
import { pointAt, type Curve, type Point } from './line-curve.js';

export interface Dot extends Arrival {
  /** Real time at which it set out, in ms. */
  start: number;
}

/** Real time that a frame is shown on its way, in ms. */
export const TRAVEL_MS = 500;
/** With reduced motion: how long a still dot lights up where it has arrived. */
export const FLASH_MS = 250;
/** Part of the line that keeps a waiting frame clear of the card. */
const PARKED = 0.09;
/** Side of the square that a sign fits in with its border. */
const STAMP = 18;

export interface Scene {
  dots: readonly Dot[];
  waiting: readonly Waiting[];
  curves: ReadonlyMap<string, Curve>;
  view: { x: number; y: number; zoom: number };
  now: number;
  still: boolean;
}

export class FramePainter {
  private readonly canvas: HTMLCanvasElement;
  private readonly shapes = new Map(FRAME_KINDS.map((kind) => [kind, new Path2D(FRAME_SHAPES[kind])]));
  private readonly colours = new Map<FrameKind | 'text' | 'surface', string>();

  private readonly stamps = new Map<FrameKind, OffscreenCanvas>();
  /** Pixels of the screen a unit of the map. */
  private scale = 1;

  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas;
  }

  /** Takes the colours of the theme that is on now. */
  readColours(): void {
    this.stamps.clear();
    for (const kind of FRAME_KINDS) this.colours.set(kind, this.resolved(FRAME_COLOURS[kind]));
    this.colours.set('text', this.resolved('--text'));
    this.colours.set('surface', this.resolved('--surface'));
  }

  /** A token's own value may be `light-dark(…)`, which a 2D context does not know: the page works it out. */
  private resolved(token: string): string {
    this.canvas.style.color = `var(${token})`;
    return getComputedStyle(this.canvas).color;
  }

  paint(scene: Scene): void {
    const context = this.canvas.getContext('2d');
    if (!context) return;
    this.fit();
    const { x, y, zoom } = scene.view;
    const ratio = window.devicePixelRatio;
    if (this.scale !== ratio * zoom) this.stamps.clear();
    this.scale = ratio * zoom;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * x, ratio * y);
    for (const dot of scene.dots) {
      const curve = scene.curves.get(dot.link);
      if (curve) this.sign(context, dot.kind, pointAt(curve, wayOf(dot, scene)));
    }
    for (const waiting of scene.waiting) {
      const curve = scene.curves.get(waiting.link);
      if (curve)
        this.parked(context, waiting, pointAt(curve, waiting.direction === 'ab' ? PARKED : 1 - PARKED));
    }
  }

  private sign(context: CanvasRenderingContext2D, kind: FrameKind, { x, y }: Point): void {
    const stamp = this.stamps.get(kind) ?? this.stampOf(kind);
    this.stamps.set(kind, stamp);
    context.drawImage(stamp, x - STAMP / 2, y - STAMP / 2, STAMP, STAMP);
  }

  /** A sign drawn once, at the size that it has on the screen: without a graphics card, curves are dear. */
  private stampOf(kind: FrameKind): OffscreenCanvas {
    const size = Math.max(1, Math.ceil(STAMP * this.scale));
    const stamp = new OffscreenCanvas(size, size);
    const context = stamp.getContext('2d');
    const shape = this.shapes.get(kind);
    if (!context || !shape) return stamp;
    context.setTransform(size / STAMP, 0, 0, size / STAMP, size / 2, size / 2);
    context.lineWidth = 3;
    context.strokeStyle = this.colours.get('surface') ?? '';
    context.fillStyle = this.colours.get(kind) ?? '';
    context.stroke(shape);
    context.fill(shape);
    return stamp;
  }

  private parked(context: CanvasRenderingContext2D, { kind, count }: Waiting, at: Point): void {
    this.sign(context, kind, at);
    if (count < 2) return;
    const text = count > 999 ? '999+' : String(count);
    context.font = '600 11px system-ui, sans-serif';
    const width = context.measureText(text).width + 8;
    context.fillStyle = this.colours.get('surface') ?? '';
    context.strokeStyle = this.colours.get(kind) ?? '';
    context.lineWidth = 1;
    context.beginPath();
    context.roundRect(at.x + 7, at.y - 8, width, 16, 8);
    context.fill();
    context.stroke();
    context.fillStyle = this.colours.get('text') ?? '';
    context.textBaseline = 'middle';
    context.fillText(text, at.x + 11, at.y + 0.5);
  }

  private fit(): void {
    const { clientWidth, clientHeight } = this.canvas;
    const ratio = window.devicePixelRatio;
    const [width, height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)];
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
  }
}

/** Where a dot is on its line: 0 at the dialler, 1 at the acceptor. */
function wayOf({ direction, start }: Dot, { now, still }: Scene): number {
  const part = still ? 0.94 : Math.min(1, Math.max(0, (now - start) / TRAVEL_MS));
  return direction === 'ab' ? part : 1 - part;
}
