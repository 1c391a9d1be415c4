/** What the window shows of sessions: how far one that is being opened has got, and what was saved. */
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { TextKey } from '#core/shared/text/en.js';

interface SessionState {
  /** Steps of the session that is being played. */
  playing: { done: number; total: number } | undefined;
  /** The last good news. */
  news: { key: TextKey; params: Record<string, string | number> } | undefined;
}

export const sessionStore = createStore<SessionState>(() => ({ playing: undefined, news: undefined }));

export function useSessionState(): SessionState {
  return useStore(sessionStore);
}

/** What a file dialog offers. */
export const SESSION_FILES = '.clab';
