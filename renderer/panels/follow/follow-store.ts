/** Which stanza is followed, and what of its way is marked on the map. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { labStore } from '#renderer/store/lab-store.js';
import { revealTab } from '#renderer/ui/revealed-tab.js';

export interface Marks {
  links: ReadonlySet<string>;
  nodes: ReadonlySet<string>;
}

interface Followed {
  /** An event of the stanza; 0: none is followed. */
  seq: number;
  /** From that event on, not from the client that sent it. */
  here: boolean;
  marks: Marks;
}

const NOTHING: Marks = { links: new Set(), nodes: new Set() };

const store = createStore<Followed>(() => ({ seq: 0, here: false, marks: NOTHING }));

/** Follows the stanza that an event belongs to, and shows it. */
export function followStanza(seq: number, here = false): void {
  store.setState({ seq, here });
  revealTab('follow');
}

// Another lab, or another branch of it: its events are others.
labStore.subscribe((state, before) => {
  if (state.plan !== before.plan) store.setState({ seq: 0, here: false, marks: NOTHING });
});

export function mark(marks: Marks | undefined): void {
  store.setState({ marks: marks ?? NOTHING });
}

export function useFollowed(): { seq: number; here: boolean } {
  const seq = useStore(store, (state) => state.seq);
  const here = useStore(store, (state) => state.here);
  return { seq, here };
}

/** Whether the way of the followed stanza is being shown on a line or a card. */
export function useMarked(kind: keyof Marks, id: string): boolean {
  return useStore(store, ({ marks }) => marks[kind].has(id));
}
