import { useMemo, useState } from 'react';
import type { PendingItem } from '#core/shared/api/pending.js';
import { useFeed } from '#renderer/store/feed-context.js';
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
      duplicate: ({ id }) => void feed.act('pending.duplicate', { id }),
      edit: (item) => setEditing(item),
      delay: ({ id }, ms) => void feed.act('pending.delay', { id, ms }),
    }),
    [feed],
  );
  return { acts, editing, stopEditing: () => setEditing(undefined) };
}
