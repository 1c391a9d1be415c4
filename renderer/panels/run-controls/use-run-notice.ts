/** What the toolbar has to tell: a breakpoint that was hit, or how a run on has ended. */
import { useCallback, useEffect, useState } from 'react';
import { useFeed } from '#renderer/store/feed-context.js';
import { labStore } from '#renderer/store/lab-store.js';
import { useText } from '#renderer/ui/use-text.js';
import { selectPending } from '../pending/pending-selection.js';
import { breakpointStore, listBreakpoints } from './breakpoint-store.js';
import { specWords } from './breakpoint-text.js';
import { formatTime } from './format-time.js';
import type { RunOn } from './until-fields.js';

export type RunNotice =
  | { kind: 'hit'; breakpoint: string; frame?: string; seq?: number }
  | { kind: 'end'; end: (typeof ENDS)[number] | 'time-unmet'; time: number; bounds: RunBounds };

/** Lab time in seconds and events after which it was to end. */
interface RunBounds {
  seconds: number;
  events: number;
}

/** Real time for which the end of a run is shown, in ms. */
const END_SHOWN_MS = 6000;
const ENDS = ['time', 'events', 'met', 'idle', 'stopped', 'breakpoint'] as const;

export interface RunNotices {
  notice: RunNotice | undefined;
  dismiss: () => void;
  runOn: (args: RunOn) => Promise<void>;
}

export function useRunNotice(): RunNotices {
  const feed = useFeed();
  const [notice, setNotice] = useState<RunNotice>();
  const dismiss = useCallback(() => setNotice(undefined), []);
  useEffect(
    () =>
      feed.host.on('breakpoint.hit', ({ breakpoint, frame, seq, intercept }) => {
        if (frame !== undefined) selectPending(frame, intercept);
        void listBreakpoints(feed);
        const where = frame === undefined ? { ...(seq === undefined ? {} : { seq }) } : { frame };
        setNotice({ kind: 'hit', breakpoint, ...where });
      }),
    [feed],
  );
  useEffect(() => {
    if (notice?.kind !== 'end') return undefined;
    const timer = setTimeout(dismiss, END_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice, dismiss]);
  // Once the lab runs again, what was said about where it stood still is over.
  useEffect(
    () =>
      labStore.subscribe(({ clock }, before) => {
        if (clock?.mode === 'live' && before.clock?.mode !== 'live') dismiss();
      }),
    [dismiss],
  );
  const runOn = useCallback(
    async (args: RunOn): Promise<void> => {
      dismiss();
      const result = await feed.act('clock.runUntil', args);
      const end = ENDS.find((known) => known === result?.end);
      if (!result || !end) return;
      // A breakpoint says more than that the run has stopped.
      setNotice(
        (current) =>
          current ?? {
            kind: 'end',
            end: end === 'time' && isBoundOnly(args) ? 'time-unmet' : end,
            time: result.time,
            bounds: { seconds: (args.forMs ?? 0) / 1000, events: args.events ?? 0 },
          },
      );
    },
    [feed, dismiss],
  );
  return { notice, dismiss, runOn };
}

/** A notice in words: what, and what it means. */
export function useNoticeText(notice: RunNotice | undefined): { title: string; more: string } {
  const text = useText();
  if (!notice) return { title: '', more: '' };
  if (notice.kind === 'end') {
    const { end, time, bounds } = notice;
    return { title: text(`ui.run.end.${end}`, { time: formatTime(time), ...bounds }), more: '' };
  }
  const spec = breakpointStore.getState().breakpoints.find(({ id }) => id === notice.breakpoint)?.spec;
  const name = spec ? specWords(spec, text) : notice.breakpoint;
  const { frame, seq } = notice;
  return {
    title: text('ui.run.breakpoint.hit', { name }),
    more:
      frame === undefined
        ? text('ui.run.breakpoint.hit-event', { seq: seq ?? '' })
        : text('ui.run.breakpoint.hit-where', { frame }),
  };
}

/** A run that waited for something, with a time only so that it ends. */
function isBoundOnly({ event, stanza, machine, node, seq }: RunOn): boolean {
  return [event, stanza, machine, node, seq].some((wish) => wish !== undefined);
}
