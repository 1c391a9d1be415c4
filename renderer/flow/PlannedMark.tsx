import { useFiles } from '../files/files-store.js';
import { useLab } from '../store/use-lab.js';
import { useText } from '../ui/use-text.js';
import { changeText, type Change } from './planned-model.js';
import styles from './Planned.module.css';

/** What applying the edited files would do to a process, in two words. */
export function PlannedMark({ change }: { change: Change }) {
  const text = useText();
  return (
    <span className={styles.mark} data-change={change}>
      {text(changeText(change))}
    </span>
  );
}

/**
 * The mark of a process that runs; nothing while nothing would happen to it, or the map shows the past. It stands on the edge
 * of the card, which stays as high as it is: a card that grew with a keystroke would have the whole map drawn anew.
 */
export function ProcessMark({ process }: { process: string }) {
  const change = useFiles(({ difference }): Change | undefined => {
    if (difference?.processes.removed.includes(process)) return 'removed';
    return difference?.processes.changed.some(({ name }) => name === process) ? 'changed' : undefined;
  });
  const past = useLab((state) => state.past !== undefined);
  if (change === undefined || past) return null;
  return (
    <div className={styles.edge}>
      <PlannedMark change={change} />
    </div>
  );
}
