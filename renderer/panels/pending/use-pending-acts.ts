import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { PendingItem } from '#core/shared/api/pending.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';
import { pendingSelection } from './pending-selection.js';
import type { RowActs } from './RowActions.js';

export interface PendingActs {
  acts: RowActs;
  /** The frame whose text is being changed. */
  editing: PendingItem | undefined;
  stopEditing: () => void;
}

/** What the table does with a row; always the same object, so that rows need not be drawn again. */
export function usePendingActs(): PendingActs {
  const feed = useFeed();
  const [editing, setEditing] = useState<PendingItem>();
  const acts = useMemo(
    (): RowActs => ({
      select: (id) => pendingSelection.setState({ id }),
      deliver: ({ id, deliverable }) => deliverable && void feed.act('pending.deliver', { id }),
      drop: ({ id, kind }) => (kind === 'frame' || kind === 'timer') && void feed.act('pending.drop', { id }),
      hold: ({ id, link = '', direction, kept }) =>
        void (kept === 'direction' && direction
          ? feed.act('pending.release', { link, direction })
          : feed.act(kept ? 'pending.release' : 'pending.hold', { id })),
      advance: ({ id }) => void feed.act('clock.advanceTo', { timer: id, others: 'run' }),
      duplicate: ({ id }) => void feed.act('pending.duplicate', { id }),
      edit: (item) => setEditing(item),
      delay: ({ id }, ms) => void feed.act('pending.delay', { id, ms }),
    }),
    [feed],
  );
  // What a breakpoint has intercepted opens by itself, once.
  const toEdit = useStore(pendingSelection, (state) => state.toEdit);
  const pending = useLab((state) => state.pending);
  useEffect(() => {
    const item = toEdit === undefined ? undefined : pending.find(({ id }) => id === toEdit);
    if (!item) return;
    setEditing(item);
    pendingSelection.setState({ toEdit: undefined });
  }, [toEdit, pending]);
  return { acts, editing, stopEditing: () => setEditing(undefined) };
}
