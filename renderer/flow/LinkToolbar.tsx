import { HeartPulse, Scissors, Unplug } from 'lucide-react';
import { useStore } from '@xyflow/react';
import { useEffect, useRef, type CSSProperties } from 'react';
import { createPortal } from 'react-dom';
import { FaultButton } from '../faults/FaultButton.js';
import { FaultChips } from '../faults/FaultChips.js';
import { linePlace } from '../faults/fault-place.js';
import { useFeed } from '../store/feed-context.js';
import { labStore, select } from '../store/lab-store.js';
import { useLab } from '../store/use-lab.js';
import { Button } from '../ui/Button.js';
import { useText } from '../ui/use-text.js';
import type { LineLook } from './canvas-shape.js';
import { lineTitleId } from './flow-model.js';
import { enterLine, leaveLine } from './hovered-line.js';
import { pointAt, type Curve } from './line-curve.js';
import styles from './LinkToolbar.module.css';
import { plainName, useLineReason } from './use-line-title.js';

interface Props {
  id: string;
  source: string;
  target: string;
  look: LineLook;
  curve: Curve;
}

/** At the line itself, as large at every zoom: how the line is, and the faults that can be put on it. */
export function LinkToolbar({ id, source, target, look, curve }: Props) {
  const text = useText();
  const reason = useLineReason(look);
  const plan = useLab((state) => state.plan);
  const place = linePlace(plan, { id, source, target, service: look.service });
  const map = useStore((state) => state.domNode);
  const [left, top, zoom] = useStore((state) => state.transform);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever came by the keyboard goes on to the buttons. Not onto the first: the Enter that selected would press it.
    if (edgeOf(id)?.matches(':focus-visible')) bar.current?.focus();
  }, [id]);
  if (!map) return null;
  const { x, y } = pointAt(curve, 0.5);
  const position = { '--x': `${x * zoom + left}px`, '--y': `${y * zoom + top}px` } as CSSProperties;
  return createPortal(
    <div
      ref={bar}
      className={`nodrag nopan nowheel ${styles.bar}`}
      style={position}
      role="toolbar"
      tabIndex={-1}
      aria-label={text('ui.canvas.link.toolbar', { link: id })}
      onMouseEnter={() => enterLine(id)}
      onMouseLeave={leaveLine}
      // In React's tree this is a part of the line, which would take keys and clicks for its own.
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') leave(id);
      }}
    >
      <p className={styles.what}>
        <strong>{look.service}</strong> {plainName(source)} → {plainName(target)}
        <span className={styles.phase} data-phase={look.phase}>
          {text(`ui.canvas.link.${look.phase}`)}
        </span>
        {reason !== '' && <span className={styles.reason}>{reason}</span>}
      </p>
      <div className={styles.buttons}>
        {look.socket && <Drops id={id} reason={look.reason} />}
        <FaultButton small place={place} />
      </div>
      <div className={styles.faults}>
        <FaultChips place={place} />
      </div>
    </div>,
    map,
  );
}

function Drops({ id, reason }: { id: string; reason: string }) {
  const text = useText();
  const feed = useFeed();
  const drop = (how: 'reset' | 'fin') => () => void feed.act('link.drop', { link: id, how });
  const held = reason.split(', ');
  const faults = useLab((state) =>
    state.faults.some(({ kind, target }) => held.includes(`${kind} ${target}`)),
  );
  const heal = (): void => {
    for (const { id: fault, kind, target } of labStore.getState().faults)
      if (held.includes(`${kind} ${target}`)) void feed.act('fault.heal', { fault });
  };
  return (
    <>
      <Button
        icon={<Scissors aria-hidden />}
        label={text('ui.canvas.link.reset')}
        title={`${text('ui.canvas.link.reset')}: ${text('ui.canvas.link.reset.why')}`}
        onClick={drop('reset')}
      />
      <Button
        icon={<Unplug aria-hidden />}
        label={text('ui.canvas.link.fin')}
        title={`${text('ui.canvas.link.fin')}: ${text('ui.canvas.link.fin.why')}`}
        onClick={drop('fin')}
      />
      {faults && (
        <Button
          tone="primary"
          icon={<HeartPulse aria-hidden />}
          label={text('ui.canvas.link.heal')}
          title={`${text('ui.canvas.link.heal')}: ${text('ui.canvas.link.heal.why')}`}
          onClick={heal}
        />
      )}
    </>
  );
}

function leave(line: string): void {
  edgeOf(line)?.focus();
  select(undefined);
}

/** The line's own element, which takes the keyboard focus. */
function edgeOf(line: string): SVGElement | undefined {
  return document.getElementById(lineTitleId(line))?.closest<SVGElement>('.react-flow__edge') ?? undefined;
}
