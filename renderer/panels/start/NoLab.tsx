import { useText } from '#renderer/ui/use-text.js';
import styles from './StartScreen.module.css';

/** The page is there and the lab is not: an old address, or the program has ended. */
export function NoLab() {
  const t = useText();
  return (
    <main className={styles.page}>
      <div className={styles.column} role="alert">
        <h1 className={styles.title}>{t('ui.start.no-lab')}</h1>
        <p>{t('ui.start.no-lab.why')}</p>
      </div>
    </main>
  );
}
