import { useCallback } from 'react';
import type { TextKey } from '#core/shared/text/en.js';
import { renderText, type TextParams } from '#core/shared/text/render.js';
import { usePreferences } from './preferences.js';

/** Sentences in the user's language. */
export function useText(): (code: TextKey, params?: TextParams) => string {
  const { language } = usePreferences();
  return useCallback((code, params) => renderText(language, code, params), [language]);
}
