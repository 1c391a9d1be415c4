import type { Leg } from '#core/shared/trace/journey/journey.js';
import { useText } from '#renderer/ui/use-text.js';
import { lossWords } from './loss-words.js';
import styles from './FollowPanel.module.css';

/** Where a branch ends, and why. */
export function LegEndNote({ leg }: { leg: Leg }) {
  const t = useText();
  const { end } = leg;
  if (!end) return null;
  const to = leg.kind === 'frame' && leg.to !== '' ? leg.to.replace(/^client:/, '') : t('ui.canvas.outside');
  switch (end.kind) {
    case 'delivered':
      return (
        <span className={styles.end} data-end={leg.summary.endsWith(' error') ? 'error' : 'delivered'}>
          {t(leg.summary.endsWith(' error') ? 'ui.follow.end.error' : 'ui.follow.end.delivered', { to })}
        </span>
      );
    case 'dropped':
      return (
        <span className={styles.end} data-end="dropped">
          {t('ui.follow.end.dropped')} {lossWords(end.reason, t)}
        </span>
      );
    case 'held':
      return (
        <span className={styles.end} data-end="held">
          {t('ui.follow.end.held', { by: end.by.join(', ') })}
        </span>
      );
    case 'stored':
      return (
        <span className={styles.end} data-end="stored">
          {t('ui.follow.end.stored', { plugin: end.plugin })}
        </span>
      );
    case 'inside':
      return (
        <span className={styles.end} data-end="held">
          {t('ui.follow.end.inside', { node: leg.kind === 'frame' ? leg.to : leg.node })}
        </span>
      );
    default:
      return (
        <span className={styles.end} data-end={end.kind}>
          {t(`ui.follow.end.${end.kind}`)}
        </span>
      );
  }
}
