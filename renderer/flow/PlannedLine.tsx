import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { useText } from '../ui/use-text.js';
import { pointAt, svgPath } from './line-curve.js';
import type { PlannedEdge } from './planned-model.js';
import styles from './Planned.module.css';
import { useCurve } from './use-curve.js';

/** A link that would come, go or change. */
export const PlannedLine = memo(function PlannedLine({ id, source, target, data }: EdgeProps<PlannedEdge>) {
  const text = useText();
  const curve = useCurve(id, source, target, data?.aside ?? 0);
  if (!curve || !data) return null;
  const { change, link } = data;
  const unanswered = link.listening ? [] : [text('ui.files.map.link.unanswered')];
  const title = [text(`ui.files.map.link.${change}`, { route: link.id }), ...unanswered].join('. ');
  const { x, y } = pointAt(curve, 0.5);
  return (
    <g className={styles.line} data-change={change} data-unanswered={!link.listening || undefined}>
      <title>{title}</title>
      <path d={svgPath(curve)} />
      <text x={x} y={y - 6}>
        {change === 'removed' ? '−' : change === 'added' ? '+' : '~'} {link.connections} × {link.port}
      </text>
    </g>
  );
});
