import { CircleCheck, CircleStop, LoaderCircle, OctagonX, Snowflake, type LucideIcon } from 'lucide-react';
import type { TextKey } from '#core/shared/text/en.js';
import { useText } from '../ui/use-text.js';
import styles from './ProcessState.module.css';

const STATES: Readonly<Record<string, { icon: LucideIcon; text: TextKey }>> = {
  running: { icon: CircleCheck, text: 'ui.canvas.state.running' },
  down: { icon: CircleStop, text: 'ui.canvas.state.down' },
  crashed: { icon: OctagonX, text: 'ui.canvas.state.crashed' },
  frozen: { icon: Snowflake, text: 'ui.canvas.state.frozen' },
  starting: { icon: LoaderCircle, text: 'ui.canvas.state.starting' },
  stopping: { icon: LoaderCircle, text: 'ui.canvas.state.stopping' },
};

/** How a process is: colour, shape and word. */
export function ProcessState({ state }: { state: string }) {
  const text = useText();
  const known = STATES[state];
  const Icon = known?.icon ?? LoaderCircle;
  return (
    <span className={styles.state} data-state={state}>
      <Icon aria-hidden />
      {known ? text(known.text) : state}
    </span>
  );
}
