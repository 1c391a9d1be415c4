import { useDeferredValue, useState } from 'react';
import { select } from '#renderer/store/lab-store.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { EventFilterBar } from './EventFilterBar.js';
import { EventList } from './EventList.js';
import styles from './EventsPanel.module.css';
import { GROUPS, type EventFilter } from './event-filter.js';
import { indexOfSeq, lowerBound } from './filtered-log.js';
import { useFilteredLog } from './use-filtered-log.js';

const EVERYTHING: EventFilter = { groups: new Set(GROUPS), node: '', find: '' };

/** Everything that has happened, newest at the bottom. */
export function EventsPanel() {
  const text = useText();
  const [filter, setFilter] = useState(EVERYTHING);
  // Typing stays quick while the search goes through the log.
  const view = useFilteredLog(useDeferredValue(filter));
  const selected = useLab(({ selection }) => (selection?.kind === 'event' ? selection.seq : 0));
  const { rows, matches } = view.view;
  const before = lowerBound(matches.length, (index) => (matches[index] ?? 0) < selected);
  const onMatch = matches[before] === selected;
  const move = (step: 1 | -1): void => {
    if (matches.length === 0) return;
    const next = step === 1 ? before + (onMatch ? 1 : 0) : before - 1;
    // Round the end, as finding does everywhere; with nothing selected, the newest comes first.
    const start = selected === 0 ? matches.length - 1 : (next + matches.length) % matches.length;
    const seq = matches[start];
    if (seq !== undefined) select({ kind: 'event', seq });
  };
  const filtered = filter.node !== '' || filter.groups.size < GROUPS.length;
  return (
    <section className={styles.panel} aria-label={text('ui.run.events')}>
      <EventFilterBar
        filter={filter}
        onChange={setFilter}
        at={onMatch ? before + 1 : 0}
        count={matches.length}
        onMove={move}
      />
      <div className={styles.head} aria-hidden="true">
        <span>{text('ui.run.events.col.seq')}</span>
        <span>{text('ui.run.events.col.time')}</span>
        <span>{text('ui.run.events.col.node')}</span>
        <span>{text('ui.run.events.col.kind')}</span>
        <span>{text('ui.run.events.col.summary')}</span>
      </div>
      {rows.length > 0 ? (
        <EventList log={view} selected={rows[indexOfSeq(rows, selected)]?.seq === selected ? selected : 0} />
      ) : (
        <div className={styles.empty}>
          <p>{text(filtered ? 'ui.run.events.filtered' : 'ui.run.events.none')}</p>
          {filtered && (
            <Button onClick={() => setFilter({ ...EVERYTHING, find: filter.find })}>
              {text('ui.run.events.all')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
