import { useEffect, useRef, useState } from 'react';
import { useText } from '../ui/use-text.js';
import { ChartDialog } from './ChartDialog.js';
import { ChartDrawing } from './ChartDrawing.js';
import { useChart } from './use-chart.js';
import styles from './MachineChart.module.css';

/** Text of 12 px stays readable down to this. */
const SMALLEST = 0.78;
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
}

/** A machine's chart, drawn from its definition: the current state lit, the edge taken last highlighted. */
export function MachineChart({ machineId, state, lastEdge, compact = false }: Props) {
  const t = useText();
  const chart = useChart(machineId);
  const place = useRef<HTMLDivElement>(null);
  const room = useWidth(place);
  if (!chart) return <p className={styles.none}>{t('ui.inspector.chart.none', { machine: machineId })}</p>;
  const drawn = compact && chart.labelled.width > room * TOLERATED ? chart.narrow : chart.labelled;
  const scale = Math.min(1, Math.max(SMALLEST, room / drawn.width));
  const label = t('ui.inspector.chart.label', { machine: machineId, state });
  const shown = { textOf: chart.textOf, state, lastEdge, label };
  return (
    <figure className={styles.figure}>
      <div className={styles.tools}>
        <ChartDialog machineId={machineId} chart={chart} {...shown} />
      </div>
      <div ref={place} className={styles.place} tabIndex={0} role="group" aria-label={label}>
        {room > 0 ? <ChartDrawing chart={drawn} scale={scale} {...shown} /> : null}
      </div>
    </figure>
  );
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
