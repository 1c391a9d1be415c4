import type { ReactNode } from 'react';
import parts from './Parts.module.css';

interface Props {
  title: string;
  /** Shown behind the title. */
  count?: number;
  /** At the right end of the title's line. */
  end?: ReactNode;
  children: ReactNode;
}

export function Section({ title, count, end, children }: Props) {
  return (
    <section className={parts.section} aria-label={title}>
      <h3 className={parts.heading}>
        <span>
          {title} {count === undefined ? null : <span className={parts.count}>{count}</span>}
        </span>
        {end}
      </h3>
      {children}
    </section>
  );
}
