import { useEffect, useState } from 'react';
import { RotateCcw, Trash2 } from 'lucide-react';
import type { RecoverableSession } from '#core/shared/api/session-view.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { Button } from '#renderer/ui/Button.tsx';
import { usePreferences } from '#renderer/ui/preferences.js';
import { useText } from '#renderer/ui/use-text.js';
import styles from './UnsavedSessions.module.css';
import { useSession } from './use-session.js';

/** Sessions of labs that were killed, to be recovered or discarded. */
export function UnsavedSessions() {
  const t = useText();
  const feed = useFeed();
  const { language } = usePreferences();
  const { recover } = useSession();
  const [sessions, setSessions] = useState<RecoverableSession[]>([]);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    feed.host.call('session.recoverable', {}).then(
      (answer) => setSessions(answer.sessions),
      () => undefined,
    );
  }, [feed]);
  const gone = (id: string): void => setSessions((all) => all.filter((one) => one.id !== id));
  const act = (id: string, work: () => Promise<unknown>): void => {
    setBusy(true);
    void work().then((done) => {
      setBusy(false);
      if (done !== false && done !== undefined) gone(id);
    });
  };
  if (sessions.length === 0) return null;
  return (
    <section aria-label={t('ui.session.unsaved')}>
      <h2 className={styles.heading}>{t('ui.session.unsaved')}</h2>
      <ul className={styles.list}>
        {sessions.map(({ id, name, writtenAt }) => {
          const when = new Date(writtenAt).toLocaleString(language);
          return (
            <li key={id} className={styles.session}>
              <span className={styles.name}>{t('ui.session.unsaved.of', { name, when })}</span>
              <Button
                tone="primary"
                icon={<RotateCcw aria-hidden />}
                disabled={busy}
                label={t('ui.session.recover-named', { name, when })}
                onClick={() => act(id, () => recover(id))}
              >
                {t('ui.session.recover')}
              </Button>
              <Button
                icon={<Trash2 aria-hidden />}
                disabled={busy}
                label={t('ui.session.discard-named', { name, when })}
                onClick={() => act(id, () => feed.act('session.discard', { session: id }))}
              >
                {t('ui.session.discard')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
