import { useEffect, useRef } from 'react';
import { labStore, log } from '#renderer/store/lab-store.js';
import { useText } from '#renderer/ui/use-text.js';
import { formatTime } from './format-time.js';
import styles from './RunControls.module.css';

/** Real time between two readings, in ms: nobody reads faster, and each one lays text out and paints it. */
const READ_MS = 100;
/** The same for whoever asked for less motion. */
const CALM_MS = 500;

/** Lab time and newest event: written straight into the page, so that React draws nothing. */
export function LabTime() {
  const text = useText();
  const time = useRef<HTMLSpanElement>(null);
  const seq = useRef<HTMLSpanElement>(null);
  useEffect(() => runReadout(time, seq), []);
  return (
    <div
      className={styles.readout}
      role="timer"
      aria-label={text('ui.run.time')}
      title={text('ui.run.time-hint')}
    >
      <span ref={time} className={styles.time} />
      <span className={styles.seq}>
        {text('ui.run.event')} <span ref={seq} />
      </span>
    </div>
  );
}

interface Spot {
  readonly current: HTMLElement | null;
}

function runReadout(time: Spot, seq: Spot): () => void {
  let clock = labStore.getState().clock;
  let since = performance.now();
  const pause = matchMedia('(prefers-reduced-motion: reduce)').matches ? CALM_MS : READ_MS;
  const read = (): void => {
    const newest = log.all().at(-1);
    const running = clock?.mode === 'live' ? (performance.now() - since) * clock.speed : 0;
    const labTime = (clock?.time ?? 0) + running;
    write(time, formatTime(clock?.mode === 'ordered' ? Math.max(labTime, newest?.time ?? 0) : labTime));
    write(seq, String(Math.max(clock?.seq ?? 0, newest?.seq ?? 0)));
  };
  const stopListening = labStore.subscribe((state) => {
    if (state.clock === clock) return;
    clock = state.clock;
    since = performance.now();
    read();
  });
  read();
  // Not at each frame: asking for one makes the page draw one, also when nothing has changed.
  const reading = setInterval(read, pause);
  return () => {
    clearInterval(reading);
    stopListening();
  };
}

function write(spot: Spot, text: string): void {
  if (spot.current && spot.current.textContent !== text) spot.current.textContent = text;
}
