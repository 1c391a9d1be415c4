import type { ProcessPlan } from '#core/shared/config/topology-plan.js';
import { useText } from '#renderer/ui/use-text.js';
import { Section } from './Section.js';
import { settingsOf } from './setting-places.js';
import parts from './Parts.module.css';
import styles from './Tables.module.css';

/** Every setting with its value and the place in the file that it came from. */
export function SettingsList({ plan }: { plan: ProcessPlan }) {
  const t = useText();
  const settings = settingsOf(plan);
  return (
    <Section title={t('ui.inspector.settings')} count={settings.length}>
      {settings.length === 0 ? <p className={parts.hint}>{t('ui.inspector.settings.none')}</p> : null}
      <dl className={styles.settings}>
        {settings.map(({ name, value, place }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
              <span className={styles.place}>{place}</span>
            </dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
