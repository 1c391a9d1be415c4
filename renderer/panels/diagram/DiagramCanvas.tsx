import { useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { Diagram, DiagramItem } from '#core/shared/trace/diagram/diagram.js';
import type { DiagramLayout, DiagramMode } from '#core/shared/trace/diagram/diagram-layout.js';
import type { Arrangement } from '#core/shared/trace/diagram/arrangement.js';
import { useText } from '#renderer/ui/use-text.js';
import { HEAD } from './diagram-painter.js';
import { DiagramSheet } from './diagram-sheet.js';
import { itemAt } from './item-at.js';
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
  /** Event that is to be seen first; default: the newest. */
  around: number | undefined;
  /** Share of the run that has been read, 0 to 1; undefined: all of it. */
  progress: number | undefined;
  onArrange: (arrangement: Arrangement) => void;
  onHide: (lifeline: string) => void;
  onSelect: (item: DiagramItem) => void;
  /** Hears how wide the page is. */
  onWidth: (width: number) => void;
}

/** A scrolled page of which only what is in view is drawn. */
export function DiagramCanvas(props: Props) {
  const { diagram, layout, mode, selected, family, now, arrangement, around, progress } = props;
  const { onArrange, onHide, onSelect, onWidth } = props;
  const t = useText();
  const page = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const sheet = useRef<DiagramSheet>(undefined);
  const [view, setView] = useState({ left: 0, width: 0 });
  useLayoutEffect(() => {
    const [box, paper] = [page.current, canvas.current];
    if (!box || !paper) return;
    const made = new DiagramSheet(box, paper, around);
    sheet.current = made;
    const watch = new ResizeObserver(() => {
      made.resized();
      onWidth(box.clientWidth);
      setView(({ left }) => ({ left, width: box.clientWidth }));
    });
    watch.observe(box);
    const theme = new MutationObserver(() => made.recoloured());
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      watch.disconnect();
      theme.disconnect();
    };
  }, [onWidth, around]);
  useLayoutEffect(
    () => sheet.current?.show({ diagram, layout, selected, family, now }),
    [diagram, layout, selected, family, now],
  );
  const index = indexOf(selected, diagram, layout);
  const pressed = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowDown: index + 1, ArrowUp: Math.max(0, index - 1) };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const item = diagram.items[to];
    if (!item) return;
    onSelect(item);
    sheet.current?.reveal(to);
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
        <LifelineHeads
          {...{ arrangement, onArrange, onHide }}
          {...view}
          lane={layout.lane}
          lifelines={diagram.lifelines}
        />
        <div
          ref={page}
          className={styles.page}
          role="application"
          aria-label={t(mode === 'sequence' ? 'ui.diagram.sequence' : 'ui.diagram.space-time')}
          aria-describedby="diagram-selected"
          tabIndex={0}
          onScroll={({ currentTarget: { scrollLeft, clientWidth } }) => {
            if (scrollLeft !== view.left) setView({ left: scrollLeft, width: clientWidth });
            sheet.current?.scrolled();
          }}
          onKeyDown={pressed}
          onClick={clicked}
        >
          <canvas ref={canvas} className={styles.canvas} />
          <div style={{ width: layout.width, height: layout.height + HEAD }} />
        </div>
      </div>
      <div className={styles.foot}>
        <p id="diagram-selected" className={styles.selected} role="status">
          {current ? spoken(current) : t('ui.diagram.none', { count: diagram.items.length })}
        </p>
        {progress === undefined ? null : <Reading share={progress} />}
      </div>
    </>
  );
}

/** How much of the run is in the picture, as long as it is not all of it. */
function Reading({ share }: { share: number }) {
  const t = useText();
  const label = t('ui.diagram.reading', { percent: Math.floor(100 * share) });
  return (
    <label className={styles.reading}>
      {label} <progress value={share} />
    </label>
  );
}

/** Of the item of event `seq`; -1: it has none. */
function indexOf(seq: number | undefined, { items }: Diagram, layout: DiagramLayout): number {
  if (seq === undefined) return -1;
  const index = layout.firstAfter(seq - 1);
  return items[index]?.seq === seq ? index : -1;
}

function spoken(item: DiagramItem): string {
  const head = `#${item.seq} · ${item.time.toFixed(1)} ms`;
  if (item.kind === 'note') return `${head} · ${item.at} · ${item.text}`;
  const end = item.end ? `${item.end.how} ${item.end.time.toFixed(1)} ms ${item.end.reason}`.trim() : '…';
  return `${head} · ${item.from} → ${item.to} · ${item.text} · ${end}`;
}
