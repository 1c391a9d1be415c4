import { memo } from 'react';
import type { EdgeProps } from '@xyflow/react';
import styles from './DatabaseEdge.module.css';
import type { LineEdge } from './flow-model.js';
import { svgPath } from './line-curve.js';
import { useCurve } from './use-curve.js';

/** Who shares a database with whom: no link, only a thin line. */
export const DatabaseEdge = memo(function DatabaseEdge({ id, source, target }: EdgeProps<LineEdge>) {
  const curve = useCurve(id, source, target, 0);
  return curve ? <path d={svgPath(curve)} className={styles.line} /> : null;
});
