/** The stanzas that were sent last from this window, the newest first; kept for the next one. */
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

const KEPT = 20;
const KEY = 'cluster-lab.composer-history';

const sent = createStore<readonly string[]>(load);

export function remember(stanza: string): void {
  sent.setState([stanza, ...sent.getState().filter((other) => other !== stanza)].slice(0, KEPT), true);
  try {
    localStorage.setItem(KEY, JSON.stringify(sent.getState()));
  } catch {
    // No room or no right to keep it: it lasts as long as the window.
  }
}

export function useSentHistory(): readonly string[] {
  return useStore(sent);
}

function load(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((item) => typeof item === 'string').slice(0, KEPT) : [];
  } catch {
    return [];
  }
}
