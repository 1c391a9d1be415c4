import type { ComponentPlan, ProcessPlan } from '#core/shared/config/topology-plan.js';
import { useLab } from '#renderer/store/use-lab.js';
import { useText } from '#renderer/ui/use-text.js';
import { Section } from './Section.js';
import { useAsked } from './use-asked.js';
import parts from './Parts.module.css';
import styles from './Tables.module.css';

/** The components of a process, with what waits in their queues now; of an earlier moment nobody has noted it. */
export function ComponentTable({ node, plan }: { node: string; plan: ProcessPlan }) {
  const t = useText();
  const past = useLab((state) => state.past !== undefined);
  const running = useAsked('node.get', past ? undefined : { node })?.node.components;
  const unknown = past ? t('ui.timeline.unknown') : undefined;
  const queues = new Map(running?.map(({ name, queued }) => [name, queued]));
  return (
    <Section title={t('ui.inspector.components')} count={plan.components.length}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('ui.inspector.component')}</th>
            <th scope="col" className={styles.number} title={t('ui.inspector.queue.in.why')}>
              {t('ui.inspector.queue.in')}
            </th>
            <th scope="col" className={styles.number} title={t('ui.inspector.queue.out.why')}>
              {t('ui.inspector.queue.out')}
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.components.map((component) => (
            <tr key={component.name}>
              <td>
                <strong>{component.name}</strong>{' '}
                <Origin origin={component.origin} className={component.className} />
                <span className={styles.small}>{component.className}</span>
              </td>
              <td className={styles.number} title={unknown}>
                {queues.get(component.name)?.in ?? '–'}
              </td>
              <td className={styles.number} title={unknown}>
                {queues.get(component.name)?.out ?? '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Origin({ origin, className }: Pick<ComponentPlan, 'origin' | 'className'>) {
  const t = useText();
  if (origin === 'tigase') return null;
  const text = origin === 'missing' ? 'ui.canvas.component.missing' : 'ui.canvas.component.standIn';
  return (
    <span
      className={`${parts.badge} ${origin === 'missing' ? parts.error : parts.warn}`}
      title={t(`${text}.why`, { class: className })}
    >
      {t(text)}
    </span>
  );
}
