import { useEffect, useRef, useState } from 'react';
import { useText } from '../ui/use-text.js';
import { ChartDialog } from './ChartDialog.js';
import { ChartDrawing } from './ChartDrawing.js';
import { currentStates } from './chart-labels.js';
import type { ChartLayout } from './machine-layout.js';
import { useChart, type Chart } from './use-chart.js';
import styles from './MachineChart.module.css';

/** Text of 12 px stays readable down to this. */
const SMALLEST = 0.72;
/** A chart that is to be seen as a whole gets so small before it is scrolled: the badge beside it names the state. */
const SMALLEST_WHOLE = 0.45;
/** `max-height` of the place, of the window's height. */
const HIGHEST_SHARE = 0.7;
/** A labelled chart may be this much wider than its place: it is scrolled to the rest. */
const TOLERATED = 1.3;

interface Props {
  machineId: string;
  /** `connected.live` */
  state: string;
  /** Id of the edge taken last; empty: none. */
  lastEdge: string;
  /** In a narrow panel: without labels where they would not fit. The large view has them all. */
  compact?: boolean;
  /** As a whole, also where that makes it small. */
  whole?: boolean;
}

/** A machine's chart, drawn from its definition: the current state lit, the edge taken last highlighted. */
export function MachineChart({ machineId, state, lastEdge, compact = false, whole = false }: Props) {
  const t = useText();
  const chart = useChart(machineId);
  const place = useRef<HTMLDivElement>(null);
  const room = useWidth(place);
  const scale = chart ? scaleOf(drawnIn(chart, room, compact), room, whole) : 1;
  useEffect(() => {
    if (chart && place.current) showCurrent(place.current, drawnIn(chart, room, compact), state, scale);
  }, [chart, room, compact, state, scale]);
  if (!chart) return <p className={styles.none}>{t('ui.inspector.chart.none', { machine: machineId })}</p>;
  const label = t('ui.inspector.chart.label', { machine: machineId, state });
  const shown = { textOf: chart.textOf, state, lastEdge, label };
  return (
    <figure className={styles.figure}>
      <div className={styles.tools}>
        <ChartDialog machineId={machineId} chart={chart} {...shown} />
      </div>
      <div ref={place} className={styles.place} tabIndex={0} role="group" aria-label={label}>
        {room > 0 ? <ChartDrawing chart={drawnIn(chart, room, compact)} scale={scale} {...shown} /> : null}
      </div>
    </figure>
  );
}

function scaleOf({ width, height }: ChartLayout, room: number, whole: boolean): number {
  const wide = room / width;
  if (!whole) return Math.min(1, Math.max(SMALLEST, wide));
  const high = (HIGHEST_SHARE * window.innerHeight - 2) / height;
  return Math.min(1, Math.max(SMALLEST_WHOLE, Math.min(wide, high)));
}

function drawnIn({ narrow, labelled }: Chart, room: number, compact: boolean): ChartLayout {
  return compact && labelled.width > room * TOLERATED ? narrow : labelled;
}

/** Scrolls the place, not the page, to the innermost state that is lit. */
function showCurrent(place: HTMLElement, { states }: ChartLayout, state: string, scale: number): void {
  const lit = currentStates(states, state);
  const box = states.findLast(({ id }) => lit.has(id));
  if (!box) return;
  const [x, y] = [(box.x + box.width / 2) * scale, (box.y + box.height / 2) * scale];
  place.scrollTo({ left: x - place.clientWidth / 2, top: y - place.clientHeight / 2, behavior: 'instant' });
}

/** Width of an element in px, followed; 0 until it is known. */
function useWidth(ref: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
