import { useEffect } from 'react';
import { useLab } from '../store/use-lab.js';
import { usePreferences } from './preferences.js';

/** Tells the document what the user prefers, for style sheets, screen readers and the window's title. */
export function useDocumentPreferences(): void {
  const { language, theme } = usePreferences();
  const name = useLab((state) => state.plan?.name);
  useEffect(() => {
    document.documentElement.lang = language;
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [language, theme]);
  useEffect(() => {
    document.title = name === undefined ? 'Cluster Lab' : `${name} – Cluster Lab`;
  }, [name]);
}
