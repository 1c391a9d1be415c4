/** Which waiting thing is chosen: by the pending panel, or by a breakpoint that was hit. */
import { createStore } from 'zustand/vanilla';
import { revealTab } from '#renderer/ui/revealed-tab.js';

export interface PendingSelection {
  /** Id of a pending item; it may not be in the list yet. */
  id: string | undefined;
  /** Frame that is to be opened in the editor as soon as it is in the list. */
  toEdit: string | undefined;
}

export const pendingSelection = createStore<PendingSelection>(() => ({
  id: undefined,
  toEdit: undefined,
}));

/** Chooses from outside the panel. */
export function selectPending(id: string, edit = false): void {
  pendingSelection.setState({ id, toEdit: edit ? id : undefined });
  revealTab('pending');
}
