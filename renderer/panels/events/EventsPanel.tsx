import { Bookmark, Star } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { select } from '#renderer/store/lab-store.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { EventFilterBar } from './EventFilterBar.js';
import { EventList } from './EventList.js';
import styles from './EventsPanel.module.css';
import { GROUPS, type EventFilter } from './event-filter.js';
import { Bookmarks } from './Bookmarks.js';
import { removeBookmark, setBookmark, useBookmarks } from './bookmark-store.js';
import { lowerBound } from './filtered-log.js';
import { useEventRows } from './use-event-rows.js';

const EVERYTHING: EventFilter = { groups: new Set(GROUPS), node: '', find: '', text: '' };

/** Everything that has happened, newest at the bottom. */
export function EventsPanel() {
  const text = useText();
  const [filter, setFilter] = useState(EVERYTHING);
  // Typing stays quick while the search goes through the log.
  const rows = useEventRows(useDeferredValue(filter));
  const feed = useFeed();
  const bookmarks = useBookmarks();
  const marked = useMemo(() => new Set(bookmarks.map(({ seq }) => seq)), [bookmarks]);
  const [listed, setListed] = useState(false);
  const selected = useLab(({ selection }) => (selection?.kind === 'event' ? selection.seq : 0));
  const { view, looking } = rows;
  const { matches } = view;
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
  const filtered = filter.node !== '' || filter.groups.size < GROUPS.length || filter.text.trim() !== '';
  return (
    <section className={styles.panel} aria-label={text('ui.run.events')}>
      <EventFilterBar
        filter={filter}
        onChange={setFilter}
        at={onMatch ? before + 1 : 0}
        count={matches.length}
        onMove={move}
      >
        <Button
          tone="quiet"
          icon={<Star fill={marked.has(selected) ? 'currentColor' : 'none'} />}
          label={text('ui.filter.bookmark.add')}
          aria-pressed={marked.has(selected)}
          disabled={selected === 0}
          onClick={() =>
            void (marked.has(selected) ? removeBookmark(feed, selected) : setBookmark(feed, selected, ''))
          }
        />
        <Button
          tone="quiet"
          icon={<Bookmark />}
          aria-expanded={listed}
          label={text('ui.filter.bookmarks.count', { count: bookmarks.length })}
          onClick={() => setListed(!listed)}
        />
        {filtered && !looking && (
          <span role="status" className={styles.matches}>
            {text('ui.filter.shown', { count: view.length })}
          </span>
        )}
      </EventFilterBar>
      {listed && <Bookmarks bookmarks={bookmarks} />}
      <div className={styles.head} aria-hidden="true">
        <span>{text('ui.run.events.col.seq')}</span>
        <span>{text('ui.run.events.col.time')}</span>
        <span>{text('ui.run.events.col.node')}</span>
        <span>{text('ui.run.events.col.kind')}</span>
        <span>{text('ui.run.events.col.summary')}</span>
      </div>
      {view.length > 0 ? (
        <EventList
          log={rows}
          selected={view.seqAt(view.indexOf(selected)) === selected ? selected : 0}
          marked={marked}
        />
      ) : (
        <div className={styles.empty}>
          <p>
            {text(looking ? 'ui.filter.looking' : filtered ? 'ui.run.events.filtered' : 'ui.run.events.none')}
          </p>
          {filtered && !looking && (
            <Button onClick={() => setFilter({ ...EVERYTHING, find: filter.find })}>
              {text('ui.run.events.all')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
