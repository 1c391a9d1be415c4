/** What the user has chosen for this window and is kept for the next one. */
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { languageOf, type Language } from '#core/shared/text/render.js';

export type Theme = 'system' | 'light' | 'dark';

export interface Preferences {
  language: Language;
  theme: Theme;
}

const KEY = 'cluster-lab.preferences';

function load(): Preferences {
  const defaults: Preferences = { language: languageOf(navigator.language), theme: 'system' };
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>) };
  } catch {
    return defaults;
  }
}

export const preferences = createStore<Preferences>(load);

preferences.subscribe((state) => localStorage.setItem(KEY, JSON.stringify(state)));

export function usePreferences(): Preferences {
  return useStore(preferences);
}
