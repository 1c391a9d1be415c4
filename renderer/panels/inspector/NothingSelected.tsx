import { useLab } from '#renderer/store/use-lab.js';
import { useText } from '#renderer/ui/use-text.js';
import { noJid, roomJid } from './instance-name.js';
import { PickList } from './PickList.js';
import { Section } from './Section.js';
import { StateBadge } from './StateBadge.js';
import { useSessions } from './use-sessions.js';
import parts from './Parts.module.css';
import styles from './Inspector.module.css';

/** What can be looked at, to pick from. */
export function NothingSelected() {
  const t = useText();
  const nodes = useLab((state) => state.nodes);
  const links = useLab((state) => state.links);
  const rooms = useLab((state) => [...state.machines.values()].filter(({ machine }) => machine === 'room'));
  const sessions = useSessions();
  return (
    <div className={styles.start}>
      <header className={styles.header}>
        <h2 className={styles.title}>{t('ui.inspector.title')}</h2>
        <p className={styles.subtitle}>{t('ui.inspector.empty')}</p>
      </header>
      <Section title={t('ui.inspector.processes')} count={nodes.length}>
        <PickList
          label={t('ui.inspector.processes')}
          empty={t('ui.inspector.processes.none')}
          picks={nodes.map(({ name, hostname, state }) => ({
            key: name,
            text: name,
            note: hostname === name ? '' : hostname,
            badge: <StateBadge state={state} />,
            goTo: { kind: 'node', node: name },
          }))}
        />
      </Section>
      <Section title={t('ui.inspector.sessions')} count={sessions.length}>
        <PickList
          label={t('ui.inspector.sessions')}
          empty={t('ui.inspector.sessions.none')}
          picks={sessions.map(({ view, jid }) => ({
            key: view.instance,
            text: jid ?? t(noJid(view)),
            note: view.node,
            badge: <StateBadge state={view.state} />,
            goTo: { kind: 'machine', instance: view.instance },
          }))}
        />
      </Section>
      <Section title={t('ui.inspector.rooms')} count={rooms.length}>
        <PickList
          label={t('ui.inspector.rooms')}
          empty={t('ui.inspector.rooms.none')}
          picks={rooms.map(({ instance, node, state }) => ({
            key: instance,
            text: roomJid(instance),
            note: node,
            badge: <StateBadge state={state} />,
            goTo: { kind: 'machine', instance },
          }))}
        />
      </Section>
      <Section title={t('ui.inspector.links')} count={links.length}>
        <PickList
          label={t('ui.inspector.links')}
          empty={t('ui.inspector.links.none')}
          picks={links.map(({ id, service, held }) => ({
            key: id,
            text: id,
            note: service,
            badge:
              held.length > 0 ? (
                <span className={`${parts.badge} ${parts.warn}`}>{t('ui.inspector.held')}</span>
              ) : null,
            goTo: { kind: 'link', link: id },
          }))}
        />
      </Section>
    </div>
  );
}
