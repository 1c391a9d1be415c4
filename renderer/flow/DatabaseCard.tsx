import { Database } from 'lucide-react';
import { memo } from 'react';
import type { NodeProps } from '@xyflow/react';
import { useText } from '../ui/use-text.js';
import { Anchors } from './Anchors.js';
import styles from './DatabaseCard.module.css';
import type { CardNode } from './flow-model.js';
import { Hint } from './Hint.js';

/** The one thing that processes share besides sockets. Its password is never shown. */
export const DatabaseCard = memo(function DatabaseCard({ data: { card } }: NodeProps<CardNode>) {
  const text = useText();
  return (
    <div className={styles.card} role="group" aria-label={text('ui.canvas.database')}>
      <Anchors />
      <Database aria-hidden />
      <div className={styles.text}>
        <Hint text={text('ui.canvas.database.why')}>{text('ui.canvas.database')}</Hint>
        <code title={card.name}>{card.name}</code>
      </div>
    </div>
  );
});
