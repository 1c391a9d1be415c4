import { HeartPulse, Scissors, Unplug } from 'lucide-react';
import { EdgeLabelRenderer } from '@xyflow/react';
import { useFeed } from '../store/feed-context.js';
import { labStore } from '../store/lab-store.js';
import { useLab } from '../store/use-lab.js';
import { Button } from '../ui/Button.js';
import { useText } from '../ui/use-text.js';
import type { LineLook } from './canvas-shape.js';
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

/** On the line itself: how it is, and the faults that can be put on it. */
export function LinkToolbar({ id, source, target, look, curve }: Props) {
  const text = useText();
  const feed = useFeed();
  const reason = useLineReason(look);
  const { x, y } = pointAt(curve, 0.5);
  const drop = (how: 'reset' | 'fin') => () => void feed.act('link.drop', { link: id, how });
  return (
    <EdgeLabelRenderer>
      <div
        className={`nodrag nopan ${styles.bar}`}
        style={{ transform: `translate(-50%, 16px) translate(${x}px, ${y}px)` }}
        role="toolbar"
        aria-label={text('ui.canvas.link.toolbar', { link: id })}
        onMouseEnter={() => enterLine(id)}
        onMouseLeave={leaveLine}
      >
        <p className={styles.what}>
          <strong>{look.service}</strong> {plainName(source)} → {plainName(target)}
          <span className={styles.phase} data-phase={look.phase}>
            {text(`ui.canvas.link.${look.phase}`)}
          </span>
          {reason !== '' && <span className={styles.reason}>{reason}</span>}
        </p>
        {look.socket && (
          <div className={styles.buttons}>
            <Button
              icon={<Scissors aria-hidden />}
              title={text('ui.canvas.link.reset.why')}
              onClick={drop('reset')}
            >
              {text('ui.canvas.link.reset')}
            </Button>
            <Button
              icon={<Unplug aria-hidden />}
              title={text('ui.canvas.link.fin.why')}
              onClick={drop('fin')}
            >
              {text('ui.canvas.link.fin')}
            </Button>
            <HealButton reason={look.reason} />
          </div>
        )}
      </div>
    </EdgeLabelRenderer>
  );
}

/** Takes away every fault that holds the line. */
function HealButton({ reason }: { reason: string }) {
  const text = useText();
  const feed = useFeed();
  const held = reason.split(', ');
  const any = useLab(({ faults }) => faults.some(({ kind, target }) => held.includes(`${kind} ${target}`)));
  const heal = (): void => {
    for (const { id, kind, target } of labStore.getState().faults)
      if (held.includes(`${kind} ${target}`)) void feed.act('fault.heal', { fault: id });
  };
  if (!any) return null;
  return (
    <Button
      tone="primary"
      icon={<HeartPulse aria-hidden />}
      title={text('ui.canvas.link.heal.why')}
      onClick={heal}
    >
      {text('ui.canvas.link.heal')}
    </Button>
  );
}
