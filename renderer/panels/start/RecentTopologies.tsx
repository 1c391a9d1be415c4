import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { forgetAll, recentTopologies } from './recent.js';
import { RefusalNote } from './RefusalNote.js';
import type { OpenTopology } from './use-open-topology.js';
import styles from './StartScreen.module.css';

/** What was opened before from this window. */
export function RecentTopologies({ opener }: { opener: OpenTopology }) {
  const t = useText();
  const [recent, setRecent] = useState(recentTopologies);
  if (recent.length === 0) return null;
  return (
    <section aria-label={t('ui.start.recent')}>
      <div className={styles.recentHead}>
        <h2 className={styles.heading}>{t('ui.start.recent')}</h2>
        <Button
          tone="quiet"
          onClick={() => {
            forgetAll();
            setRecent([]);
          }}
        >
          {t('ui.start.recent.forget')}
        </Button>
      </div>
      <ul className={styles.recent}>
        {recent.map(({ title, path, files }) => (
          <li key={title}>
            <button
              type="button"
              disabled={opener.busy !== undefined}
              title={title}
              onClick={() => void opener.open('recent', path === undefined ? { files } : { path })}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
      <RefusalNote place="recent" refusal={opener.refusal} />
    </section>
  );
}
