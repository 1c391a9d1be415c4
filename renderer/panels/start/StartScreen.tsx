import { useState } from 'react';
import { ArrowRight, Plus } from 'lucide-react';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { Notices } from '#renderer/ui/Notices.tsx';
import { PreferenceFields } from '#renderer/ui/PreferenceFields.tsx';
import { showStart } from '#renderer/ui/screen.js';
import { useText } from '#renderer/ui/use-text.js';
import { NewTopologyDialog } from '../files/NewTopologyDialog.js';
import { OpenSession } from '../session/OpenSession.js';
import { UnsavedSessions } from '../session/UnsavedSessions.js';
import { Examples } from './Examples.js';
import { OpenFiles } from './OpenFiles.js';
import { OpenPath } from './OpenPath.js';
import { PasteText } from './PasteText.js';
import { RecentTopologies } from './RecentTopologies.js';
import { useDrop } from './use-drop.js';
import { useOpenTopology } from './use-open-topology.js';
import styles from './StartScreen.module.css';

/** What this is, and every way to open a topology. Files may be dropped anywhere on the page. */
export function StartScreen() {
  const t = useText();
  const opener = useOpenTopology();
  const { over, onDragOver, onDrop } = useDrop(opener);
  const [making, setMaking] = useState(false);
  return (
    <div className={styles.page} data-over={over || undefined} onDragOver={onDragOver} onDrop={onDrop}>
      <Notices />
      <main className={styles.column}>
        <Head />
        <StillRunning />
        <UnsavedSessions />
        <Examples opener={opener} />
        <section aria-label={t('ui.start.own')}>
          <h2 className={styles.heading}>{t('ui.start.own')}</h2>
          <div className={styles.ways}>
            <OpenPath opener={opener} />
            <OpenFiles opener={opener} />
          </div>
          <PasteText opener={opener} />
          <div className={styles.actions}>
            <OpenSession disabled={opener.busy !== undefined} />
            <Button
              icon={<Plus aria-hidden />}
              disabled={opener.busy !== undefined}
              onClick={() => setMaking(true)}
            >
              {t('ui.files.new')}
            </Button>
            {making && <NewTopologyDialog onClose={() => setMaking(false)} />}
          </div>
        </section>
        <RecentTopologies opener={opener} />
      </main>
      {over ? <div className={styles.drop}>{t('ui.start.drop-here')}</div> : null}
    </div>
  );
}

function Head() {
  const t = useText();
  return (
    <header className={styles.head}>
      <div>
        <h1 className={styles.title}>Cluster Lab</h1>
        <p className={styles.about}>{t('ui.start.about')}</p>
      </div>
      <div className={styles.preferences}>
        <PreferenceFields />
      </div>
    </header>
  );
}

function StillRunning() {
  const t = useText();
  const name = useLab((state) => state.plan?.name);
  if (name === undefined) return null;
  return (
    <div className={styles.running}>
      <span>{t('ui.start.still-running', { name })}</span>
      <Button icon={<ArrowRight aria-hidden />} onClick={() => showStart(false)}>
        {t('ui.start.return')}
      </Button>
    </div>
  );
}
