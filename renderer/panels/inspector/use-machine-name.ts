import { useCallback } from 'react';
import { hasText, renderText } from '#core/shared/text/render.js';
import { usePreferences } from '#renderer/ui/preferences.js';

/** What people call a machine; one that nobody has named keeps its id. */
export function useMachineName(): (machine: string) => string {
  const { language } = usePreferences();
  return useCallback(
    (machine) => {
      const code = `ui.inspector.machine.${machine}`;
      return hasText(code) ? renderText(language, code) : machine;
    },
    [language],
  );
}
