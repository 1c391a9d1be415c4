import { ChevronDown, ChevronRight } from 'lucide-react';
import { Panel } from '@xyflow/react';
import { useState } from 'react';
import { Button } from '../ui/Button.js';
import { useText } from '../ui/use-text.js';
import database from './DatabaseEdge.module.css';
import { FRAME_KINDS } from './frame-fold.js';
import { FrameSign } from './FrameSign.js';
import line from './LinkEdge.module.css';
import styles from './Legend.module.css';

const PHASES = ['connected', 'connecting', 'held', 'gone', 'waiting', 'refused'] as const;

/** What strokes, arrows and dots mean. */
export function Legend() {
  const text = useText();
  const [open, setOpen] = useState(false);
  const Icon = open ? ChevronDown : ChevronRight;
  return (
    <Panel position="top-left" className={styles.legend}>
      <Button icon={<Icon aria-hidden />} aria-expanded={open} onClick={() => setOpen(!open)}>
        {text('ui.canvas.legend')}
      </Button>
      {open && (
        <div className={styles.sheet}>
          <h4>{text('ui.canvas.legend.links')}</h4>
          <ul>
            {PHASES.map((phase) => (
              <li key={phase}>
                <svg width={54} height={12} aria-hidden>
                  <path
                    d="M2,6 H50"
                    className={line.line}
                    data-phase={phase}
                    markerEnd={`url(#lab-line-${phase})`}
                  />
                </svg>
                {text(`ui.canvas.link.${phase}`)}
              </li>
            ))}
            <li>
              <svg width={54} height={12} aria-hidden>
                <path d="M2,6 H50" className={database.line} />
              </svg>
              {text('ui.canvas.legend.database')}
            </li>
          </ul>
          <p>{text('ui.canvas.legend.arrow')}</p>
          <h4>{text('ui.canvas.legend.planned')}</h4>
          <p>{text('ui.canvas.legend.planned.how')}</p>
          <h4>{text('ui.faults.title')}</h4>
          <p>{text('ui.canvas.legend.faults')}</p>
          <h4>{text('ui.canvas.legend.frames')}</h4>
          <ul className={styles.frames}>
            {FRAME_KINDS.map((kind) => (
              <li key={kind}>
                <FrameSign kind={kind} />
                {text(`ui.canvas.frame.${kind}`)}
              </li>
            ))}
          </ul>
          <p>{text('ui.canvas.legend.frames.why')}</p>
        </div>
      )}
    </Panel>
  );
}
