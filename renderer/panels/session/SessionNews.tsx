import { X } from 'lucide-react';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import styles from './SessionNews.module.css';
import { sessionStore, useSessionState } from './session-store.js';

/** How far a session that is being opened has got, and what was saved. */
export function SessionNews() {
  const t = useText();
  const { playing, news } = useSessionState();
  return (
    <div role="status">
      {playing ? (
        <div className={styles.news}>
          <span>{t('ui.session.playing', { done: playing.done, total: playing.total })}</span>
          <progress
            aria-label={t('ui.session.title')}
            {...(playing.total > 0 ? { value: playing.done, max: playing.total } : {})}
          />
        </div>
      ) : null}
      {news && !playing ? (
        <div className={styles.news}>
          <span>{t(news.key, news.params)}</span>
          <Button
            tone="quiet"
            label={t('ui.start.dismiss')}
            icon={<X aria-hidden />}
            onClick={() => sessionStore.setState({ news: undefined })}
          />
        </div>
      ) : null}
    </div>
  );
}
