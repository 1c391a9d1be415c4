import type { ReactNode } from 'react';
import { select, type Selection } from '#renderer/store/lab-store.js';
import { Breakable } from './Breakable.js';
import parts from './Parts.module.css';

export interface Pick {
  key: string;
  text: string;
  /** Second line, small. */
  note?: ReactNode;
  /** At the right end. */
  badge?: ReactNode;
  goTo: Selection;
}

/** Things to go to, each a button. */
export function PickList({ label, picks, empty }: { label: string; picks: readonly Pick[]; empty?: string }) {
  if (picks.length === 0) return empty === undefined ? null : <p className={parts.hint}>{empty}</p>;
  return (
    <ul className={parts.list} aria-label={label}>
      {picks.map(({ key, text, note, badge, goTo }) => (
        <li key={key}>
          <button type="button" className={parts.pick} onClick={() => select(goTo)}>
            <span className={parts.pickText}>
              <Breakable text={text} />
              {note ? <span className={parts.pickNote}>{note}</span> : null}
            </span>
            {badge}
          </button>
        </li>
      ))}
    </ul>
  );
}
