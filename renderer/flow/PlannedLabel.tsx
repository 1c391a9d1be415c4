import { EdgeLabelRenderer, useNodes } from '@xyflow/react';
import type { CSSProperties } from 'react';
import type { PlannedLink } from '#core/shared/config/preview/planned-links.js';
import { boxOf } from './clear-place.js';
import { labelPlace } from './label-place.js';
import type { Curve } from './line-curve.js';
import type { Change } from './planned-model.js';
import styles from './Planned.module.css';

/** Of `− 2 × 5277`, in units of the map. */
const SIZE = { width: 78, height: 20 };
const SIGNS: Readonly<Record<Change, string>> = { added: '+', removed: '−', changed: '~' };

/** How many connections to which port would come, go or be there: over all lines, and where no card covers it. */
export function PlannedLabel({ change, link, curve }: { change: Change; link: PlannedLink; curve: Curve }) {
  const nodes = useNodes();
  const { x, y } = labelPlace(curve, SIZE, nodes.map(boxOf));
  const isWrong = change === 'added' && !link.listening;
  return (
    <EdgeLabelRenderer>
      <span
        className={styles.label}
        data-change={isWrong ? 'removed' : change}
        style={{ '--x': `${x}px`, '--y': `${y}px` } as CSSProperties}
        // The line says it in words.
        aria-hidden
      >
        {SIGNS[change]} {link.connections} × {link.port}
      </span>
    </EdgeLabelRenderer>
  );
}
