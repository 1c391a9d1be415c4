import { useState } from 'react';
import { useLab } from '#renderer/store/use-lab.js';
import { useText } from '#renderer/ui/use-text.js';
import { AddClient } from './AddClient.js';
import { ClientCard } from './ClientCard.js';
import styles from './ClientsPanel.module.css';

/** The built-in clients: who is there, and what they say and hear. */
export function ClientsPanel() {
  const t = useText();
  const { clients, plan } = useLab((state) => ({ clients: state.clients, plan: state.plan }));
  const [open, setOpen] = useState('');
  const servers = (plan?.processes ?? [])
    .filter(({ listeners }) => listeners.some(({ component }) => component === 'c2s'))
    .map(({ name }) => name);
  if (servers.length === 0) return <p className={styles.empty}>{t('ui.clients.no-server')}</p>;
  return (
    <div className={styles.panel}>
      <AddClient servers={servers} onAdded={setOpen} />
      {clients.length === 0 ? <p className={styles.empty}>{t('ui.clients.none')}</p> : null}
      <ul className={styles.list}>
        {clients.map((client) => (
          <ClientCard
            key={`${client.name} ${client.link}`}
            client={client}
            open={open === client.name}
            onToggle={() => setOpen(open === client.name ? '' : client.name)}
          />
        ))}
      </ul>
    </div>
  );
}
