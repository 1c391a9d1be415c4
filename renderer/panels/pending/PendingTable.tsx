import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import type { PendingItem } from '#core/shared/api/pending.js';
import { useText } from '#renderer/ui/use-text.js';
import { PendingRow } from './PendingRow.js';
import type { RowActs } from './RowActions.js';
import styles from './PendingPanel.module.css';
import { pendingSelection } from './pending-selection.js';

const ROW_HEIGHT = 30;
const COLUMNS = ['what', 'where', 'text', 'does', 'when', 'actions'] as const;

interface Props {
  items: readonly PendingItem[];
  /** Lab time in ms. */
  now: number;
  acts: RowActs;
}

/** What waits, one row each: arrows choose, Enter delivers, Delete drops. */
export function PendingTable({ items, now, acts }: Props) {
  const text = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const chosen = useStore(pendingSelection, ({ id }) => id);
  const index = items.findIndex(({ id }) => id === chosen);
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  useSelectionStays(items, index);
  useEffect(() => {
    if (index >= 0) list.scrollToIndex(index, { align: 'auto' });
    // When another row is chosen, not whenever the list is drawn.
  }, [chosen, index >= 0]);
  return (
    <div
      className={styles.table}
      role="grid"
      tabIndex={0}
      aria-label={text('ui.run.pending')}
      aria-rowcount={items.length + 1}
      aria-activedescendant={index >= 0 ? `pending-${chosen}` : undefined}
      onKeyDown={(event) => press(event, { items, index, acts })}
    >
      <div role="row" aria-rowindex={1} className={styles.head}>
        {COLUMNS.map((column) => (
          <span key={column} role="columnheader">
            {text(`ui.run.pending.col.${column}`)}
          </span>
        ))}
      </div>
      <div ref={scroller} className={styles.scroller} role="presentation">
        <div className={styles.rows} role="presentation" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index: at, start }) => {
            const item = items[at];
            if (!item) return null;
            return (
              <PendingRow
                key={item.id}
                item={item}
                now={now}
                selected={at === index}
                place={at + 2}
                top={start}
                acts={acts}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** When the chosen row has gone (delivered, dropped), the one in its place is chosen: Enter after Enter goes on. */
function useSelectionStays(items: readonly PendingItem[], index: number): void {
  const last = useRef(-1);
  useEffect(() => {
    const before = last.current;
    last.current = index;
    if (index >= 0 || before < 0) return;
    const next = items[Math.min(before, items.length - 1)];
    if (next) pendingSelection.setState({ id: next.id });
  }, [items, index]);
}

function press(
  event: KeyboardEvent,
  { items, index, acts }: { items: readonly PendingItem[]; index: number; acts: RowActs },
): void {
  // A focused button of the row has its own keys.
  if (event.target !== event.currentTarget && event.key === 'Enter') return;
  const item = items[index];
  const moves: Record<string, number> = {
    ArrowUp: Math.max(index - 1, 0),
    ArrowDown: Math.min(index + 1, items.length - 1),
    Home: 0,
    End: items.length - 1,
  };
  const to = moves[event.key];
  if (to !== undefined) acts.select(items[to]?.id ?? '');
  else if (event.key === 'Enter' && item) acts.deliver(item);
  else if (event.key === 'Delete' && item) acts.drop(item);
  else return;
  event.preventDefault();
}
