import { Fragment, type ReactNode } from 'react';
import { Breakable } from './Breakable.js';
import parts from './Parts.module.css';

/** Names and values; a value that is not there is left out with its name. */
export function Facts({ rows }: { rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={parts.facts}>
      {rows.map(([name, value]) =>
        value === undefined || value === '' ? null : (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{typeof value === 'string' ? <Breakable text={value} /> : value}</dd>
          </Fragment>
        ),
      )}
    </dl>
  );
}
