import { ChevronDown, ChevronRight, LogIn, LogOut, Unplug } from 'lucide-react';
import type { ClientView } from '#core/shared/api/results.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { isOver, stateText, toneOf } from './client-state.js';
import { ClientChat } from './ClientChat.js';
import styles from './ClientsPanel.module.css';

interface Props {
  client: ClientView;
  open: boolean;
  onToggle: () => void;
}

/** One client with its state; opened, its chat. */
export function ClientCard({ client, open, onToggle }: Props) {
  const t = useText();
  const feed = useFeed();
  const { name, node, jid, state } = client;
  const remove = (how: 'logout' | 'reset') => () => void feed.act('client.remove', { client: name, how });
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <li className={styles.client}>
      <div className={styles.clientHead}>
        <button type="button" className={styles.who} aria-expanded={open} title={jid} onClick={onToggle}>
          <Chevron aria-hidden />
          <strong>{name}</strong>
          <span className={styles.at}>{node}</span>
          <span className={`${styles.state} ${styles[toneOf(state)]}`}>{stateText(t, state)}</span>
        </button>
        <Button
          tone="quiet"
          icon={<LogOut aria-hidden />}
          label={t('ui.clients.logout', { name })}
          onClick={remove('logout')}
        />
        {/* Whose session is over has no socket left to vanish with. */}
        {isOver(state) ? (
          <Button
            tone="quiet"
            icon={<LogIn aria-hidden />}
            label={t('ui.clients.login', { name })}
            onClick={() => void feed.act('client.login', { client: name })}
          />
        ) : (
          <Button
            tone="quiet"
            icon={<Unplug aria-hidden />}
            label={t('ui.clients.vanish', { name })}
            onClick={remove('reset')}
          />
        )}
      </div>
      {open ? <ClientChat client={client} /> : null}
    </li>
  );
}
