import type { Language } from '#core/shared/text/render.js';
import { SelectField } from './Field.js';
import { preferences, usePreferences, type Theme } from './preferences.js';
import { useText } from './use-text.js';

/** Language and theme. The languages name themselves, so that nobody gets lost in the other one. */
export function PreferenceFields() {
  const t = useText();
  const { language, theme } = usePreferences();
  return (
    <>
      <SelectField
        label={t('ui.start.language')}
        value={language}
        choices={[
          { value: 'en', text: 'English' },
          { value: 'zh-CN', text: '简体中文' },
        ]}
        onChoose={(value) => preferences.setState({ language: value as Language })}
      />
      <SelectField
        label={t('ui.start.theme')}
        value={theme}
        choices={[
          { value: 'system', text: t('ui.start.theme.system') },
          { value: 'light', text: t('ui.start.theme.light') },
          { value: 'dark', text: t('ui.start.theme.dark') },
        ]}
        onChoose={(value) => preferences.setState({ theme: value as Theme })}
      />
    </>
  );
}
