import type { ReactNode } from 'react';
import styles from './Inspector.module.css';

interface Props {
  title: string;
  /** Beside the title: a state. */
  badge?: ReactNode;
  subtitle?: ReactNode;
  /** Buttons. */
  children?: ReactNode;
}

export function DetailsHeader({ title, badge, subtitle, children }: Props) {
  return (
    <header className={styles.header}>
      <h2 className={styles.title}>
        {title} {badge}
      </h2>
      {subtitle ? <p className={styles.subtitle}>{subtitle}</p> : null}
      {children ? <div className={styles.actions}>{children}</div> : null}
    </header>
  );
}
