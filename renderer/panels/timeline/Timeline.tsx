import { ChevronLeft, ChevronRight, CirclePause, CirclePlay } from 'lucide-react';
import { useMemo } from 'react';
import { useFeed } from '#renderer/store/feed-context.js';
import { log } from '#renderer/store/lab-store.js';
import { useLab } from '#renderer/store/use-lab.js';
import { Button } from '#renderer/ui/Button.tsx';
import { useText } from '#renderer/ui/use-text.js';
import { useBookmarks } from '../events/bookmark-store.js';
import { marksOf, type Mark } from './timeline-marks.js';
import styles from './Timeline.module.css';
import { SPEEDS, usePlayback, type Playback } from './use-playback.js';

/** Events after which the marks are looked for again. */
const MARKS_EVERY = 50;

/** All events from the first to the newest: where the slider stands, the whole window shows that moment. */
export function Timeline() {
  const t = useText();
  const { lookBack } = useFeed();
  const { newest, past, at } = useLab(({ clock, past, wantedPast }) => ({
    newest: clock?.seq ?? 0,
    past,
    at: wantedPast ?? clock?.seq ?? 0,
  }));
  const go = (seq: number): void => {
    if (seq >= newest) lookBack.end();
    else void lookBack.to(Math.max(1, seq));
  };
  const playback = usePlayback(past ? at : undefined, go);
  return (
    <div className={styles.timeline} role="group" aria-label={t('ui.timeline.title')}>
      <Button
        tone="quiet"
        label={t('ui.timeline.earlier')}
        icon={<ChevronLeft aria-hidden />}
        disabled={at <= 1}
        onClick={() => go(at - 1)}
      />
      <div className={styles.track}>
        <Marks newest={newest} grown={Math.floor(newest / MARKS_EVERY)} />
        <input
          className={styles.slider}
          type="range"
          min={1}
          max={Math.max(1, newest)}
          value={at}
          disabled={newest === 0}
          aria-label={t('ui.timeline.slider')}
          aria-valuetext={t('ui.timeline.event', { seq: at })}
          title={t('ui.timeline.hint')}
          onChange={(event) => go(Number(event.target.value))}
        />
      </div>
      <Button
        tone="quiet"
        label={t('ui.timeline.later')}
        icon={<ChevronRight aria-hidden />}
        disabled={past === undefined}
        onClick={() => go(at + 1)}
      />
      <PlayButtons playback={playback} disabled={past === undefined} />
      <output className={styles.place}>
        {past
          ? t('ui.timeline.place', { seq: at, seconds: (past.time / 1000).toFixed(3) })
          : t('ui.timeline.event', { seq: at })}
      </output>
    </div>
  );
}

function PlayButtons({ playback, disabled }: { playback: Playback; disabled: boolean }) {
  const t = useText();
  const { playing, setPlaying, speed, setSpeed } = playback;
  return (
    <>
      <Button
        tone="quiet"
        label={t(playing ? 'ui.timeline.stop' : 'ui.timeline.play')}
        icon={playing ? <CirclePause aria-hidden /> : <CirclePlay aria-hidden />}
        disabled={disabled}
        onClick={() => setPlaying(!playing)}
      />
      <select
        className={styles.speed}
        aria-label={t('ui.timeline.speed')}
        value={speed}
        disabled={disabled}
        onChange={(event) => setSpeed(Number(event.target.value))}
      >
        {SPEEDS.map((count) => (
          <option key={count} value={count}>
            {t('ui.timeline.events-per-second', { count })}
          </option>
        ))}
      </select>
    </>
  );
}

function Marks({ newest, grown }: { newest: number; grown: number }) {
  // Looked for anew as the trace grows, not with every event.
  const seen = useMemo(() => (grown < 0 ? [] : marksOf(log.all())), [grown]);
  const bookmarks = useBookmarks();
  const marks: Mark[] = [...seen, ...bookmarks.map(({ seq }) => ({ seq, tone: 'bookmark' as const }))];
  return (
    <div className={styles.marks} aria-hidden>
      {marks.map(({ seq, tone }) => (
        <span
          key={`${tone} ${seq}`}
          data-tone={tone}
          style={{ insetInlineStart: `${(seq / Math.max(1, newest)) * 100}%` }}
        />
      ))}
    </div>
  );
}
