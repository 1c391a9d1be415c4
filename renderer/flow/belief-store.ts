/** Lines whose two ends do not believe the same, folded from the log; looking back, as it was then. */
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { BeliefFold, type BeliefMismatch } from '#core/shared/trace/link-beliefs.js';
import { rowOf } from '../store/lab-feed.js';
import { labStore, log, type LabState } from '../store/lab-store.js';
import { LogReader } from './log-reader.js';

const store = createStore<{ found: ReadonlyMap<string, BeliefMismatch> }>(() => ({ found: new Map() }));

export function useMismatch(link: string): BeliefMismatch | undefined {
  return useStore(store, ({ found }) => found.get(link));
}

/** Keeps the mismatches up to date until the returned function is called. */
export function followBeliefs(): () => void {
  let fold = new BeliefFold();
  const reader = new LogReader();
  const update = (state: LabState): void => {
    const { again, events } = reader.take(log.all());
    if (again) fold = new BeliefFold();
    for (const event of events) fold.take(rowOf(event));
    show(state.past ? upTo(state.past.seq) : fold);
  };
  update(labStore.getState());
  return labStore.subscribe((state, before) => {
    if (state.revision !== before.revision || state.past !== before.past || state.plan !== before.plan)
      update(state);
  });
}

function upTo(seq: number): BeliefFold {
  const fold = new BeliefFold();
  for (const event of log.all()) if (event.seq <= seq) fold.take(rowOf(event));
  return fold;
}

/** Lines look at the map: it changes only when something in it has. */
function show(fold: BeliefFold): void {
  const { found: before } = store.getState();
  const found = new Map(
    fold.mismatches().map((one) => {
      const old = before.get(one.link);
      const copy = { ...one, believer: { ...one.believer }, other: { ...one.other } };
      return [one.link, old && JSON.stringify(old) === JSON.stringify(copy) ? old : copy];
    }),
  );
  const same = found.size === before.size && [...found].every(([link, one]) => before.get(link) === one);
  if (!same) store.setState({ found });
}
