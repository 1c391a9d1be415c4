import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import type { Diagram, DiagramItem } from '#core/shared/trace/diagram/diagram.js';
import { ROW, type DiagramLayout, type DiagramMode } from '#core/shared/trace/diagram/diagram-layout.js';
import type { Arrangement } from '#core/shared/trace/diagram/arrangement.js';
import { LongArrows } from '#core/shared/trace/diagram/long-arrows.js';
import { useText } from '#renderer/ui/use-text.js';
import { DiagramPainter, HEAD } from './diagram-painter.js';
import { LifelineHeads } from './LifelineHeads.js';
import styles from './DiagramView.module.css';

interface Props {
  diagram: Diagram;
  layout: DiagramLayout;
  mode: DiagramMode;
  selected: number | undefined;
  family: ReadonlySet<number> | undefined;
  now: number | undefined;
  arrangement: Arrangement;
  onArrange: (arrangement: Arrangement) => void;
  onHide: (lifeline: string) => void;
  onSelect: (item: DiagramItem) => void;
  /** Hears how wide the page is. */
  onWidth: (width: number) => void;
}

/** How near the end somebody stands who wants to stay there, in px. */
const AT_END = 60;

/** A scrolled page of which only what is in view is drawn. */
export function DiagramCanvas(props: Props) {
  const { diagram, layout, mode, selected, family, now, onSelect, onWidth } = props;
  const t = useText();
  const page = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<DiagramPainter>(undefined);
  const follows = useRef(true);
  const [redraw, setRedraw] = useState(0);
  const [view, setView] = useState({ left: 0, width: 0 });
  // The list stays the same one while it grows.
  const long = useMemo(() => new LongArrows(diagram.items), [diagram.items]);
  useEffect(() => {
    const again = (): void => setRedraw((count) => count + 1);
    const watch = new ResizeObserver(() => {
      const width = page.current?.clientWidth ?? 0;
      onWidth(width);
      setView(({ left }) => ({ left, width }));
      again();
    });
    if (page.current) watch.observe(page.current);
    const theme = new MutationObserver(() => {
      painter.current?.readColours();
      again();
    });
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      watch.disconnect();
      theme.disconnect();
    };
  }, [onWidth]);
  useLayoutEffect(() => {
    const box = page.current;
    if (box && follows.current) box.scrollTop = box.scrollHeight;
  }, [layout, mode]);
  useLayoutEffect(() => {
    const [box, sheet] = [page.current, canvas.current];
    if (!box || !sheet) return;
    if (!painter.current) {
      painter.current = new DiagramPainter(sheet);
      painter.current.readColours();
    }
    const seen = {
      left: box.scrollLeft,
      top: box.scrollTop,
      width: box.clientWidth,
      height: box.clientHeight,
    };
    painter.current.paint({ diagram, layout, long, view: seen, selected, family, now });
  }, [diagram, layout, long, selected, family, now, redraw]);
  const index = indexOf(selected, diagram, layout);
  const show = (at: number): void => {
    const item = diagram.items[at];
    const box = page.current;
    if (!item || !box) return;
    onSelect(item);
    const y = layout.y(at);
    if (y < box.scrollTop + ROW || y > box.scrollTop + box.clientHeight - HEAD - ROW)
      box.scrollTop = y - box.clientHeight / 2;
  };
  const pressed = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowDown: index + 1, ArrowUp: Math.max(0, index - 1) };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    show(to);
  };
  const clicked = (event: MouseEvent): void => {
    const box = page.current;
    if (!box) return;
    const { top, left } = box.getBoundingClientRect();
    const place = { x: event.clientX - left + box.scrollLeft, y: event.clientY - top + box.scrollTop - HEAD };
    const found = itemAt(place, diagram, layout);
    if (found !== undefined) onSelect(diagram.items[found] as DiagramItem);
  };
  const current = diagram.items[index];
  return (
    <>
      <div className={styles.drawing}>
        <LifelineHeads {...props} {...view} lifelines={diagram.lifelines} />
        <div
          ref={page}
          className={styles.page}
          role="application"
          aria-label={t(mode === 'sequence' ? 'ui.diagram.sequence' : 'ui.diagram.space-time')}
          aria-describedby="diagram-selected"
          tabIndex={0}
          onScroll={({ currentTarget: box }) => {
            if (box.scrollLeft !== view.left) setView({ left: box.scrollLeft, width: box.clientWidth });
            follows.current = box.scrollTop + box.clientHeight > box.scrollHeight - AT_END;
            setRedraw((count) => count + 1);
          }}
          onKeyDown={pressed}
          onClick={clicked}
        >
          <canvas ref={canvas} className={styles.canvas} />
          <div style={{ width: layout.width, height: layout.height + HEAD }} />
        </div>
      </div>
      <p id="diagram-selected" className={styles.selected} role="status">
        {current ? spoken(current) : t('ui.diagram.none', { count: diagram.items.length })}
      </p>
    </>
  );
}

/** Of the item of event `seq`; -1: it has none. */
function indexOf(seq: number | undefined, { items }: Diagram, layout: DiagramLayout): number {
  if (seq === undefined) return -1;
  const index = layout.firstAfter(seq - 1);
  return items[index]?.seq === seq ? index : -1;
}

/** The item that is nearest to a click, within half a row. */
function itemAt(
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

function spoken(item: DiagramItem): string {
  const head = `#${item.seq} · ${item.time.toFixed(1)} ms`;
  if (item.kind === 'note') return `${head} · ${item.at} · ${item.text}`;
  const end = item.end ? `${item.end.how} ${item.end.time.toFixed(1)} ms ${item.end.reason}`.trim() : '…';
  return `${head} · ${item.from} → ${item.to} · ${item.text} · ${end}`;
}
