/** Which waiting thing is chosen: by the pending panel, or by a breakpoint that was hit. */
import { createStore } from 'zustand/vanilla';

export interface PendingSelection {
  /** Id of a pending item; it may not be in the list yet. */
  id: string | undefined;
  /** Grows whenever something else than the panel has chosen: the workbench brings the panel to the front. */
  revealed: number;
}

export const pendingSelection = createStore<PendingSelection>(() => ({ id: undefined, revealed: 0 }));

/** Chooses from outside the panel. */
export function selectPending(id: string): void {
  pendingSelection.setState((before) => ({ id, revealed: before.revealed + 1 }));
}
