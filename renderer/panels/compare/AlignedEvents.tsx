import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AlignedRow } from '#core/shared/trace/compare/align.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { select } from '#renderer/store/lab-store.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { AlignedEvent } from './AlignedEvent.js';
import styles from './CompareDialog.module.css';
import { nameOf, type TreeBranch } from './use-branches.js';

/** Events at which two runs are looked at; one that is left out has nothing more to say there. */
export interface Place {
  left?: number;
  right?: number;
}

interface Props {
  left: TreeBranch;
  right: TreeBranch;
  place: Place;
  /** Somebody goes to an event of a branch. */
  onLeave: () => void;
}

const ROW_HEIGHT = 24;
/** Events that are shown before the place. */
const BEFORE = 12;
const EARLIER = 200;
/** Rows before the end at which more are asked for. */
const AHEAD = 40;

/** The events of two runs in one list, which scrolls both: what is the same stands in one line. */
export function AlignedEvents({ left, right, place, onLeave }: Props) {
  const text = useText();
  const feed = useFeed();
  const scroller = useRef<HTMLDivElement>(null);
  const [before, setBefore] = useState(BEFORE);
  const { rows, more } = useRows(left.id, right.id, place, before);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const items = list.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - AHEAD) more();
  }, [last, rows.length, more]);
  const goTo = async (branch: TreeBranch, seq: number): Promise<void> => {
    onLeave();
    const open = await feed.host.call('branch.list', {});
    if (!open.branches.some(({ id, current }) => current && id === branch.id)) {
      if (!(await feed.act('branch.switch', { branch: branch.id }))) return;
      await feed.attach();
    }
    await feed.lookBack.to(seq);
    select({ kind: 'event', seq });
  };
  return (
    <section className={styles.events} aria-label={text('ui.compare.side-by-side')}>
      <div className={styles.sides}>
        <strong>{nameOf(left)}</strong>
        <strong>{nameOf(right)}</strong>
      </div>
      <div className={styles.earlier}>
        <Button tone="quiet" onClick={() => setBefore(before + EARLIER)}>
          {text('ui.compare.earlier')}
        </Button>
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        tabIndex={0}
        role="group"
        aria-label={text('ui.compare.side-by-side')}
      >
        <div className={styles.rows} style={{ height: list.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <div
                key={index}
                className={styles.pair}
                data-same={Boolean(row.left && row.right) || undefined}
                style={{ transform: `translateY(${start}px)` }}
              >
                {[['left', left] as const, ['right', right] as const].map(([side, branch]) => (
                  <AlignedEvent
                    key={side}
                    event={row[side]}
                    chosen={row[side] !== undefined && row[side].seq === place[side]}
                    label={text('ui.compare.go-to', { seq: row[side]?.seq ?? 0, branch: nameOf(branch) })}
                    onGo={(seq) => void goTo(branch, seq)}
                  />
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}

/** Rows from a little before a place on, and a way to get more of them. */
function useRows(left: string, right: string, place: Place, before: number) {
  const feed = useFeed();
  const [state, setState] = useState<{ rows: AlignedRow[]; next: Place; over: boolean }>();
  const busy = useRef(false);
  const ask = useCallback(
    async (from: Place, kept: readonly AlignedRow[]) => {
      if (busy.current) return;
      busy.current = true;
      const answer = await feed.act('compare.events', { left, right, from, limit: 400 });
      busy.current = false;
      if (!answer) return;
      const over = answer.rows.length === 0;
      setState({ rows: [...kept, ...answer.rows], next: answer.next, over });
    },
    [feed, left, right],
  );
  useEffect(() => {
    const back = (seq: number | undefined): number | undefined => seq && Math.max(1, seq - before);
    const [from, other] = [back(place.left), back(place.right)];
    void ask({ ...(from ? { left: from } : {}), ...(other ? { right: other } : {}) }, []);
  }, [ask, before]);
  const more = useCallback(() => {
    if (state && !state.over) void ask(state.next, state.rows);
  }, [ask, state]);
  return { rows: state?.rows ?? [], more };
}
