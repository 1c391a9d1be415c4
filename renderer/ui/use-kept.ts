/** States of the window that are remembered for the next one, and that whoever restores a session can set from elsewhere. */
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

const PREFIX = 'cluster-lab.';

/** By key, as far as somebody has set them since this page was opened. */
const keptStore = createStore<Readonly<Record<string, unknown>>>(() => ({}));

/** A state that is remembered for the next window. What was kept is read as it is: guard it where it may be stale. */
export function useKept<Value>(key: string, initial: Value): [Value, (value: Value) => void] {
  const set = useStore(keptStore, (kept) => kept[key] as Value | undefined);
  return [set ?? readKept(key, initial), (next) => setKept(key, next)];
}

export function setKept(key: string, value: unknown): void {
  keptStore.setState({ [key]: value });
  keep(key, value);
}

/** What `useKept` gives now. */
export function keptNow<Value>(key: string, initial: Value): Value {
  return (keptStore.getState()[key] as Value | undefined) ?? readKept(key, initial);
}

/** Hears of every `setKept` until the returned function is called. */
export function onKept(hear: () => void): () => void {
  return keptStore.subscribe(hear);
}

export function readKept<Value>(key: string, initial: Value): Value {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? initial : (JSON.parse(text) as Value);
  } catch {
    return initial;
  }
}

export function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Full or forbidden: it is forgotten with the window.
  }
}
