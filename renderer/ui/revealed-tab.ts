/** Brings a tab of the log panel to the front from elsewhere. */
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

export type LogTab =
  'events' | 'pending' | 'files' | 'findings' | 'faults' | 'rooms' | 'quirks' | 'follow' | 'branches';

interface Revealed {
  id: LogTab;
  /** Grows each time. */
  times: number;
}

const revealed = createStore<Revealed>(() => ({ id: 'events', times: 0 }));

export function revealTab(id: LogTab): void {
  revealed.setState(({ times }) => ({ id, times: times + 1 }));
}

export function useRevealedTab(): Revealed {
  return useStore(revealed);
}
