import { RotateCw, X } from 'lucide-react';
import { renderText } from '#core/shared/text/render.js';
import { isDesktop } from '../host/message-port.js';
import { SessionNews } from '../panels/session/SessionNews.js';
import { labStore } from '../store/lab-store.js';
import { useLab } from '../store/use-lab.js';
import { Button } from './Button.js';
import { usePreferences } from './preferences.js';
import { useText } from './use-text.js';
import styles from './Notices.module.css';

/** The last thing that could not be done, and the end of the connection. Announced as they come. */
export function Notices() {
  const t = useText();
  const { language } = usePreferences();
  const { problem, connected } = useLab(({ problem, connected }) => ({ problem, connected }));
  return (
    <>
      <SessionNews />
      <div role="alert">
        {connected ? null : <LostLab />}
        {problem ? (
          <div className={styles.problem}>
            <span>{renderText(language, problem.code, problem.params)}</span>
            <Button
              tone="quiet"
              label={t('ui.start.dismiss')}
              icon={<X aria-hidden />}
              onClick={() => labStore.setState({ problem: undefined })}
            />
          </div>
        ) : null}
      </div>
    </>
  );
}

/** In the desktop a reload starts a new lab; a browser needs the address that the new lab prints. */
function LostLab() {
  const t = useText();
  if (!isDesktop(window.location)) return <p className={styles.lost}>{t('ui.start.lost')}</p>;
  return (
    <p className={styles.lost}>
      {t('ui.start.lost-desktop')}{' '}
      <Button icon={<RotateCw aria-hidden />} onClick={() => window.location.reload()}>
        {t('ui.start.start-lab-again')}
      </Button>
    </p>
  );
}
