/** Decides which frames are drawn now, and draws as long as something moves. */
import { labStore, log } from '../store/lab-store.js';
import { FrameFold, framesUnderWay } from './frame-fold.js';
import { FLASH_MS, FramePainter, TRAVEL_MS, type Dot, type Scene } from './frame-painter.js';
import { LogReader } from './log-reader.js';
import { curves } from './use-curve.js';

/** Newest dots that are drawn at once; older ones have arrived unseen. */
const MOST = 300;

export class FrameShow {
  private readonly painter: FramePainter;
  private readonly view: () => Scene['view'];
  private readonly reader = new LogReader();
  private fold = new FrameFold();
  private dots: Dot[] = [];
  private asked = 0;
  private stale = true;
  private readonly motion = window.matchMedia('(prefers-reduced-motion: reduce)');

  constructor(canvas: HTMLCanvasElement, view: () => Scene['view']) {
    this.painter = new FramePainter(canvas);
    this.view = view;
  }

  /** Reads the log on. */
  take(): void {
    const { again, events } = this.reader.take(log.all());
    if (again) [this.fold, this.dots] = [new FrameFold(), []];
    const start = performance.now();
    const fresh: Dot[] = [];
    for (const event of events) {
      const arrival = this.fold.take(event);
      // What happened before the window looked is not played again.
      if (arrival && !again) fresh.push({ ...arrival, start });
    }
    // A browser in the background draws nothing; then only the newest are kept.
    if (labStore.getState().past) this.dots = [];
    else if (fresh.length > 0) this.dots = [...this.dots, ...fresh].slice(-MOST);
    this.drawSoon();
  }

  drawSoon(): void {
    if (this.asked === 0) this.asked = requestAnimationFrame((now) => this.draw(now));
  }

  /** The theme has changed. */
  repaint(): void {
    this.stale = true;
    this.drawSoon();
  }

  end(): void {
    cancelAnimationFrame(this.asked);
  }

  private draw(now: number): void {
    this.asked = 0;
    const still = this.motion.matches;
    const shown = still ? FLASH_MS : TRAVEL_MS;
    this.dots = this.dots.filter(({ start }) => now - start < shown);
    if (this.stale) this.painter.readColours();
    this.stale = false;
    this.painter.paint({ dots: this.dots, waiting: this.waiting(), curves, view: this.view(), now, still });
    if (this.dots.length > 0) this.drawSoon();
  }

  /** Live, a frame that is on its way now is not worth a sign; a held one is. Looking back, all that were under way then. */
  private waiting(): Scene['waiting'] {
    const { clock, links, past, pending } = labStore.getState();
    if (past) return framesUnderWay(pending);
    const waiting = this.fold.waiting();
    if (clock?.mode !== 'live') return waiting;
    const held = new Set(links.filter(({ held }) => held.length > 0).map(({ id }) => id));
    return waiting.filter(({ link }) => held.has(link));
  }
}
