import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './Hint.module.css';

interface Props {
  /** The explanation, shown on hover and on keyboard focus. */
  text: string;
  children: ReactNode;
  className?: string | undefined;
}

/** A word on a card that explains itself. */
export function Hint({ text, children, className }: Props) {
  return (
    <Tooltip.Root delayDuration={250}>
      <Tooltip.Trigger asChild>
        <button type="button" className={`nodrag ${styles.word} ${className ?? ''}`} data-hint="">
          {children}
        </button>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className={styles.hint} sideOffset={4} collisionPadding={8}>
          {text}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
