import { History } from 'lucide-react';
import { useMemo } from 'react';
import { log } from '#renderer/store/lab-store.js';
import { useLab } from '#renderer/store/use-lab.js';
import { useText } from '#renderer/ui/use-text.js';
import styles from './FilesPanel.module.css';

/** The map looks back and the files do not: whose texts these are, and what applying them does then. */
export function PastNote() {
  const t = useText();
  const { past, plan } = useLab((state) => ({ past: state.past?.seq, plan: state.plan }));
  // Another plan is there after each event that this looks for.
  const isOther = useMemo(() => past !== undefined && appliedAfter(past), [past, plan]);
  if (past === undefined) return null;
  return (
    <p role="status" className={styles.past}>
      <History aria-hidden />
      {t(isOther ? 'ui.files.past.other' : 'ui.files.past', { seq: past })}
    </p>
  );
}

function appliedAfter(seq: number): boolean {
  const events = log.all();
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const event = events[index];
    if (!event || event.seq <= seq) return false;
    if (event.kind === 'topology.applied') return true;
  }
  return false;
}
