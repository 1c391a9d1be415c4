/**
 * The scrolled page on which a diagram is drawn, outside React: a frame costs what is in view, however long the run is.
 * It stays at the end when it stands there, and else at what is in view, also when more comes in front of that.
 */
import { ROW } from '#core/shared/trace/diagram/diagram-layout.js';
import { LongArrows } from '#core/shared/trace/diagram/long-arrows.js';
import { DiagramPainter, HEAD, type Scene } from './diagram-painter.js';

/** How near the end somebody stands who wants to stay there, in px. */
const AT_END = 60;

export type SheetScene = Omit<Scene, 'long' | 'view'>;

export class DiagramSheet {
  private readonly page: HTMLElement;
  private readonly painter: DiagramPainter;
  private scene: SheetScene | undefined;
  private long = new LongArrows([]);
  private view = { left: 0, top: 0, width: 0, height: 0 };
  private follows: boolean;
  /** The event at the upper edge, and how far below that edge it stands, in px. */
  private anchor: { seq: number; below: number } | undefined;
  /** Event to be shown in the middle as soon as it is there. */
  private wanted: number | undefined;

  /** @param wanted event to be shown first; default: the newest, from then on */
  constructor(page: HTMLElement, canvas: HTMLCanvasElement, wanted: number | undefined) {
    this.page = page;
    this.painter = new DiagramPainter(canvas);
    this.painter.readColours();
    this.wanted = wanted;
    this.follows = wanted === undefined;
  }

  /** What is to be seen has changed; the page is as high as its layout says. */
  show(scene: SheetScene): void {
    const before = this.scene;
    this.scene = scene;
    if (before?.diagram.items !== scene.diagram.items) this.long = new LongArrows(scene.diagram.items);
    const moved = before?.diagram.items !== scene.diagram.items || before.layout.mode !== scene.layout.mode;
    const rescaled = before !== undefined && before.layout.msHeight !== scene.layout.msHeight;
    if (this.follows) this.scrollTo(scene.layout.height + HEAD - this.view.height);
    else if (this.wanted !== undefined) this.reach(scene, this.wanted);
    else if ((moved || rescaled) && this.anchor) {
      const index = scene.layout.firstAfter(this.anchor.seq - 1);
      this.scrollTo(scene.layout.y(index) - this.anchor.below);
    }
    this.paint();
  }

  /** The page has been scrolled, by whomever. */
  scrolled(): void {
    const { scrollTop, scrollLeft } = this.page;
    const { view, scene } = this;
    if (scrollTop === view.top && scrollLeft === view.left) return;
    [view.top, view.left] = [scrollTop, scrollLeft];
    this.wanted = undefined;
    if (scene) this.follows = scrollTop + view.height > scene.layout.height + HEAD - AT_END;
    this.drop();
    this.paint();
  }

  resized(): void {
    const { clientWidth: width, clientHeight: height } = this.page;
    this.view = { ...this.view, width, height };
    if (this.scene) this.show(this.scene);
  }

  /** The colours of the window are others now. */
  recoloured(): void {
    this.painter.readColours();
    this.paint();
  }

  /** Scrolls only as far as it must so that item `index` is seen. */
  reveal(index: number): void {
    const { scene, view } = this;
    if (!scene) return;
    const y = scene.layout.y(index);
    if (y < view.top + ROW || y > view.top + view.height - HEAD - ROW)
      this.page.scrollTop = y - view.height / 2;
  }

  private reach({ layout, diagram }: SheetScene, seq: number): void {
    const index = layout.firstAfter(seq - 1);
    if (index < diagram.items.length) this.scrollTo(layout.y(index) + HEAD - this.view.height / 2);
  }

  private scrollTo(top: number): void {
    const { page, view } = this;
    page.scrollTop = Math.max(0, top);
    view.top = page.scrollTop;
    this.drop();
  }

  /** Remembers what stands at the upper edge. */
  private drop(): void {
    const { scene, view } = this;
    if (!scene) return;
    const index = scene.layout.firstAt(view.top);
    const item = scene.diagram.items[index];
    this.anchor = item && { seq: item.seq, below: scene.layout.y(index) - view.top };
  }

  private paint(): void {
    const { scene, long, view } = this;
    if (scene && view.width > 0) this.painter.paint({ ...scene, long, view });
  }
}
