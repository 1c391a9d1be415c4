import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDownToLine } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { select } from '#renderer/store/lab-store.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { EventRow } from './EventRow.js';
import styles from './EventsPanel.module.css';
import type { EventRows } from './event-rows.js';
import { lowerBound } from './filtered-log.js';
import { summarise } from './summarise.js';
import type { LogView } from './use-event-rows.js';

export const ROW_HEIGHT = 22;
/** Rows that Page Up and Page Down move by. */
const PAGE = 20;

interface Props {
  log: LogView;
  /** Number of the event that is selected; 0: none. */
  selected: number;
  /** Numbers of the events that are bookmarked. */
  marked: ReadonlySet<number>;
}

/** The rows, of which only those in view are drawn. It stays at the newest until somebody scrolls up. */
export function EventList({ log: { view, version, gone }, selected, marked }: Props) {
  const text = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const [stuck, setStuck] = useState(true);
  const past = useLab((state) => state.past?.seq);
  const { matches } = view;
  const list = useVirtualizer({
    count: view.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const toNewest = useCallback(() => scroller.current?.scrollTo({ top: scroller.current.scrollHeight }), []);
  useLayoutEffect(() => {
    if (stuck) toNewest();
    else if (gone > 0) scroller.current?.scrollBy({ top: -gone * ROW_HEIGHT });
  }, [version, view, stuck, gone, toNewest]);
  useEffect(() => {
    if (!selected) return;
    const index = view.indexOf(selected);
    if (view.seqAt(index) !== selected) return;
    // Looking at an event of the past and being carried away by the newest do not go together.
    if (index < view.length - 1) setStuck(false);
    list.scrollToIndex(index, { align: 'auto' });
    // Only when something else is selected: scrolling away from the selection is allowed.
  }, [selected, view, view.length > 0]);
  const lookingBack = past !== undefined;
  useLayoutEffect(() => setStuck(!lookingBack), [lookingBack]);
  useEffect(() => {
    if (past === undefined) return;
    list.scrollToIndex(Math.max(0, view.indexOf(past + 1) - 1), { align: 'center' });
    // When another moment is shown: scrolling away from it is allowed.
  }, [past, view]);
  const onScroll = (): void => {
    const at = scroller.current;
    if (at) setStuck(at.scrollHeight - at.scrollTop - at.clientHeight < ROW_HEIGHT);
  };
  const choose = useCallback((seq: number) => select({ kind: 'event', seq }), []);
  const items = list.getVirtualItems();
  const slots = slotsFor(items.length);
  const event = (seq: number) => view.event(seq);
  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.scroller}
        role="listbox"
        tabIndex={0}
        aria-label={text('ui.run.events')}
        aria-activedescendant={selected ? `event-${selected}` : undefined}
        onScroll={onScroll}
        onKeyDown={(press) => move(press, view, selected)}
      >
        <div role="presentation" className={styles.rows} style={{ height: list.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const seq = view.seqAt(index);
            if (!seq) return null;
            const row = view.at(index);
            return (
              <EventRow
                // By place, not by event: a row that leaves at the top is the one that comes at the bottom.
                key={index % slots}
                seq={seq}
                event={row}
                summary={row ? summarise(row, { text, event }) : text('ui.filter.fetching')}
                match={matches.length > 0 && isIn(matches, seq)}
                marked={marked.has(seq)}
                selected={seq === selected}
                later={past !== undefined && seq > past}
                place={index + 1}
                total={view.length}
                top={start}
                onSelect={choose}
              />
            );
          })}
        </div>
      </div>
      {!stuck && (
        <Button className={styles.newest ?? ''} tone="primary" icon={<ArrowDownToLine />} onClick={toNewest}>
          {text('ui.run.events.newest')}
        </Button>
      )}
    </div>
  );
}

/** A number that changes seldom, so that rows keep their elements while the list runs through. */
function slotsFor(rows: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(32, rows)));
}

function isIn(sorted: readonly number[], seq: number): boolean {
  return sorted[lowerBound(sorted.length, (index) => (sorted[index] ?? 0) < seq)] === seq;
}

function move(press: KeyboardEvent, rows: EventRows, selected: number): void {
  const from = selected ? rows.indexOf(selected) : rows.length;
  const steps: Record<string, number> = {
    ArrowUp: -1,
    ArrowDown: 1,
    PageUp: -PAGE,
    PageDown: PAGE,
    Home: -from,
    End: rows.length,
  };
  const step = steps[press.key];
  if (step === undefined || rows.length === 0) return;
  press.preventDefault();
  const seq = rows.seqAt(Math.min(Math.max(from + step, 0), rows.length - 1));
  if (seq) select({ kind: 'event', seq });
}
