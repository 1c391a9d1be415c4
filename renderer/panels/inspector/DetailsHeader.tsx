import type { ReactNode } from 'react';
import { Breakable } from './Breakable.js';
import styles from './Inspector.module.css';

interface Props {
  title: string;
  /** Beside the title: a state. */
  badge?: ReactNode;
  subtitle?: string;
  /** Buttons. */
  children?: ReactNode;
}

export function DetailsHeader({ title, badge, subtitle, children }: Props) {
  return (
    <header className={styles.header}>
      <h2 className={styles.title}>
        <Breakable text={title} /> {badge}
      </h2>
      {subtitle ? (
        <p className={styles.subtitle}>
          <Breakable text={subtitle} />
        </p>
      ) : null}
      {children ? <div className={styles.actions}>{children}</div> : null}
    </header>
  );
}
