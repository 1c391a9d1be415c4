import type { ProcessPlan } from '#core/shared/config/topology-plan.js';
import { useText } from '#renderer/ui/use-text.js';
import { Section } from './Section.js';
import parts from './Parts.module.css';
import styles from './Tables.module.css';

/** The session manager's plugins, in the order that they are asked. */
export function PluginList({ plan }: { plan: ProcessPlan }) {
  const t = useText();
  if (plan.plugins.length === 0) return null;
  const standIns = new Set(plan.pluginStandIns);
  return (
    <Section title={t('ui.inspector.plugins')} count={plan.plugins.length}>
      <ol className={styles.plugins}>
        {plan.plugins.map((id) => (
          <li key={id}>
            <code>{id}</code>{' '}
            {standIns.has(id) ? (
              <span className={`${parts.badge} ${parts.warn}`} title={t('ui.inspector.plugin.stand-in.why')}>
                {t('ui.canvas.component.standIn')}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}
