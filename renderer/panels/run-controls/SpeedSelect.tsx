import { useFeed } from '#renderer/store/feed-context.js';
import { useLab } from '#renderer/store/use-lab.js';
import { useText } from '#renderer/ui/use-text.js';
import styles from './RunControls.module.css';

const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 5, 10, 100];

export function SpeedSelect() {
  const text = useText();
  const feed = useFeed();
  const speed = useLab((state) => state.clock?.speed ?? 1);
  // Another way in may have chosen a speed of its own.
  const speeds = SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, speed].sort((left, right) => left - right);
  return (
    <select
      className={styles.speed}
      aria-label={text('ui.run.speed')}
      title={text('ui.run.speed-hint')}
      value={speed}
      onChange={(event) => void feed.act('clock.speed', { speed: Number(event.target.value) })}
    >
      {speeds.map((value) => (
        <option key={value} value={value}>
          {value}×
        </option>
      ))}
    </select>
  );
}
