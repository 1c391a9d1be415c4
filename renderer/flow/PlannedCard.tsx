import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useText } from '../ui/use-text.js';
import { Anchors } from './Anchors.js';
import { PlannedMark } from './PlannedMark.js';
import type { PlannedNode } from './planned-model.js';
import styles from './Planned.module.css';

/** A process that the edited files would start. */
export const PlannedCard = memo(function PlannedCard({ data: { name, hostname } }: NodeProps<PlannedNode>) {
  const text = useText();
  const label = `${text('ui.canvas.process', { name })}: ${text('ui.files.map.added')}`;
  return (
    <article className={styles.card} aria-label={label}>
      <Anchors />
      <strong className={styles.name}>{name}</strong>
      <span className={styles.host}>{hostname}</span>
      <PlannedMark change="added" />
    </article>
  );
});
