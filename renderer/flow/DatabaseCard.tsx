import { Database } from 'lucide-react';
import { memo } from 'react';
import type { NodeProps } from '@xyflow/react';
import { FaultButton } from '../faults/FaultButton.js';
import { FaultChips } from '../faults/FaultChips.js';
import { useText } from '../ui/use-text.js';
import { Anchors } from './Anchors.js';
import styles from './DatabaseCard.module.css';
import type { CardNode } from './flow-model.js';
import { Hint } from './Hint.js';

/** The one thing that processes share besides sockets. Its password is never shown. */
export const DatabaseCard = memo(function DatabaseCard({ data: { card } }: NodeProps<CardNode>) {
  const text = useText();
  const place = { title: card.name, database: card.near };
  return (
    <div className={styles.card} role="group" aria-label={text('ui.canvas.database')}>
      <Anchors />
      <Database aria-hidden />
      <div className={styles.text}>
        <Hint text={text('ui.canvas.database.why')}>{text('ui.canvas.database')}</Hint>
        <code title={card.name}>{card.name}</code>
        <FaultChips place={place} />
      </div>
      <FaultButton small place={place} className="nodrag" />
    </div>
  );
});
