import { ChevronDown, ChevronRight, LogOut, Unplug } from 'lucide-react';
import type { ClientView } from '#core/shared/api/results.js';
import { hasText } from '#core/shared/text/render.js';
import type { TextKey } from '#core/shared/text/en.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { ClientChat } from './ClientChat.js';
import styles from './ClientsPanel.module.css';

interface Props {
  client: ClientView;
  open: boolean;
  onToggle: () => void;
}

/** States that a client does not leave any more. */
const OVER = new Set([
  'offline',
  'refused',
  'authFailed',
  'bindFailed',
  'conflict',
  'streamError',
  'connectionLost',
]);

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
        <Button
          tone="quiet"
          icon={<Unplug aria-hidden />}
          label={t('ui.clients.vanish', { name })}
          onClick={remove('reset')}
        />
      </div>
      {open ? <ClientChat client={client} /> : null}
    </li>
  );
}

function toneOf(state: string): 'ok' | 'error' | 'wait' {
  if (state === 'online') return 'ok';
  return OVER.has(state) ? 'error' : 'wait';
}

/** A state without a word of its own shows its name in the machine. */
function stateText(t: (key: TextKey) => string, state: string): string {
  const key = `ui.clients.state.${state}`;
  return hasText(key) ? t(key as TextKey) : state;
}
