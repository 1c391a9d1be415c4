import { ListOrdered, Pause, Radio } from 'lucide-react';
import type { ClockView } from '#core/shared/api/results.js';
import { useText } from '#renderer/ui/use-text.js';
import styles from './RunControls.module.css';

const ICONS = { live: Radio, paused: Pause, ordered: ListOrdered } as const;

/** How the lab runs, as a word and an icon. */
export function ModeBadge({ mode }: { mode: ClockView['mode'] }) {
  const text = useText();
  const Icon = ICONS[mode];
  return (
    <span className={styles.mode} data-mode={mode} role="status" title={text(`ui.run.mode.${mode}-hint`)}>
      <Icon aria-hidden="true" />
      {text(`ui.run.mode.${mode}`)}
    </span>
  );
}
