import { useState } from 'react';
import { LogIn } from 'lucide-react';
import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { AddClient } from './AddClient.js';
import { isOver } from './client-state.js';
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
      <LoginAll />
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

/** A server that starts anew takes many sessions with it: one click for all of them. */
function LoginAll() {
  const t = useText();
  const feed = useFeed();
  const over = useLab(({ clients, plan }) =>
    clients
      .filter(({ state, node }) => isOver(state) && plan?.processes.some(({ name }) => name === node))
      .map(({ name }) => name),
  );
  if (over.length < 2) return null;
  const login = async (): Promise<void> => {
    for (const client of over) if (!(await feed.act('client.login', { client }))) return;
  };
  return (
    <div className={styles.all}>
      <Button
        icon={<LogIn aria-hidden />}
        title={t('ui.clients.login-all.title', { names: over.join(', ') })}
        onClick={() => void login()}
      >
        {t('ui.clients.login-all', { count: over.length })}
      </Button>
    </div>
  );
}
