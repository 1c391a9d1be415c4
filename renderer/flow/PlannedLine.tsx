import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { useText } from '../ui/use-text.js';
import { svgPath } from './line-curve.js';
import { plannedWords } from './planned-words.js';
import { PlannedLabel } from './PlannedLabel.js';
import type { PlannedEdge } from './planned-model.js';
import styles from './Planned.module.css';
import { useCurve } from './use-curve.js';

/** A link that would come. */
export const PlannedLine = memo(function PlannedLine({ id, source, target, data }: EdgeProps<PlannedEdge>) {
  const text = useText();
  const curve = useCurve(id, source, target, data?.aside ?? 0);
  if (!curve || !data) return null;
  const { link } = data;
  return (
    <g className={styles.line} data-change="added" data-unanswered={!link.listening || undefined}>
      <title>{plannedWords('added', link, text)}</title>
      <path d={svgPath(curve)} />
      <PlannedLabel change="added" link={link} curve={curve} />
    </g>
  );
});
