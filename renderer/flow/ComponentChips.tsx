import { memo } from 'react';
import type { ComponentPlan } from '#core/shared/config/topology-plan.js';
import { useText } from '../ui/use-text.js';
import styles from './ComponentChips.module.css';
import { Hint } from './Hint.js';

/** In every process or of no interest on a map: they stand behind "+N more". */
const PLAIN =
  /^tigase\.(server\.(MessageRouter|amp\.AmpComponent|monitor\.\w+)|conf\.\w+|stats\.\w+|vhosts\.\w+|cluster\.(VHostManagerClustered|ClusterController|MonitorClustered|BoshConnectionClustered|WebSocketClientConnectionClustered|S2SConnectionClustered)|server\.(bosh|websocket|xmppserver)\.\w+)$/;

/** The components of a process; those that are not Tigase's own say so. */
export const ComponentChips = memo(function ComponentChips({ components }: { components: ComponentPlan[] }) {
  const text = useText();
  const tigase = components.filter(({ origin }) => origin === 'tigase');
  const foreign = components.filter(({ origin }) => origin !== 'tigase');
  const plain = tigase.filter(({ className }) => PLAIN.test(className));
  const own = tigase.filter(({ className }) => !PLAIN.test(className));
  return (
    <ul className={styles.chips} aria-label={text('ui.canvas.components')}>
      {own.map((component) => (
        <Chip key={component.name} component={component} />
      ))}
      {plain.length > 0 && (
        <li className={styles.more}>
          <Hint text={plain.map(({ name }) => name).join(', ')}>
            {text('ui.canvas.component.more', { count: plain.length })}
          </Hint>
        </li>
      )}
      {foreign.map((component) => (
        <Chip key={component.name} component={component} />
      ))}
    </ul>
  );
});

function Chip({ component }: { component: ComponentPlan }) {
  return (
    <li data-origin={component.origin} className={styles.chip}>
      <ChipText component={component} />
    </li>
  );
}

function ChipText({ component: { name, className, origin } }: { component: ComponentPlan }) {
  const text = useText();
  if (origin === 'tigase') return <Hint text={className}>{name}</Hint>;
  const key = origin === 'stand-in' ? 'ui.canvas.component.standIn' : 'ui.canvas.component.missing';
  return (
    <Hint text={text(`${key}.why`, { class: className })}>
      <span className={styles.own}>{name}</span>
      <span className={styles.badge}>{text(key)}</span>
    </Hint>
  );
}
