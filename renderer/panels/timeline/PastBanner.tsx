import { GitBranch, History } from 'lucide-react';
import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import styles from './PastBanner.module.css';

/** Says that what is shown is not the present, and offers the two ways out of it. */
export function PastBanner() {
  const t = useText();
  const feed = useFeed();
  const { past, clock } = useLab(({ past, clock }) => ({ past, clock }));
  if (!past) return null;
  const seconds = (past.time / 1000).toFixed(3);
  return (
    <div className={styles.banner} role="status">
      <History aria-hidden size={16} />
      <span className={styles.words}>
        {clock?.mode === 'paused'
          ? t('ui.timeline.past-paused', { seq: past.seq, seconds, newest: clock.seq })
          : t('ui.timeline.past-live', { seq: past.seq, seconds })}
      </span>
      <Button
        icon={<GitBranch aria-hidden />}
        title={t('ui.timeline.fork-hint')}
        onClick={() => void feed.act('branch.fork', { seq: past.seq })}
      >
        {t('ui.timeline.fork')}
      </Button>
      <Button tone="primary" onClick={() => feed.lookBack.end()}>
        {t('ui.timeline.now')}
      </Button>
    </div>
  );
}
