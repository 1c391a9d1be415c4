import { ListStart, LogIn, Mail, PhoneOutgoing, Plug, TimerReset, Unplug, Zap } from 'lucide-react';
import type { PendingItem } from '#core/shared/api/pending.js';
import { useText } from '#renderer/ui/use-text.js';
import styles from './PendingPanel.module.css';

const ICONS = {
  frame: Mail,
  timer: TimerReset,
  dial: PhoneOutgoing,
  bind: Plug,
  arrival: LogIn,
  fin: Unplug,
  reset: Zap,
  task: ListStart,
} as const satisfies Record<PendingItem['kind'], typeof Mail>;

/** What it is that waits: an icon and the word. */
export function PendingKind({ kind }: { kind: PendingItem['kind'] }) {
  const text = useText();
  const Icon = ICONS[kind];
  return (
    <span className={styles.kind} data-kind={kind}>
      <Icon aria-hidden="true" />
      {text(`ui.run.pending.kind.${kind}`)}
    </span>
  );
}
