import { useEffect, useMemo, useState } from 'react';
import { useFeed } from '#renderer/store/feed-context.js';
import { labStore, log } from '#renderer/store/lab-store.js';
import { useLab } from '#renderer/store/use-lab.js';
import { wholeFilter, wholeSearch, type EventFilter } from './event-filter.js';
import type { EventRows } from './event-rows.js';
import { useFilteredLog } from './use-filtered-log.js';
import { WholeTrace } from './whole-trace.js';

/** Real time between two questions to the lab, in ms. */
const ASK_MS = 500;

export interface LogView {
  view: EventRows;
  /** Another number whenever `view` has changed. */
  version: number;
  /** Rows that have left at the top by the last change. */
  gone: number;
  /** Whether the lab has yet to say which rows there are. */
  looking: boolean;
}

/**
 * The rows that a filter shows: from this window's own log as long as that has everything, from the lab when it has not,
 * and for filters in writing.
 */
export function useEventRows(filter: EventFilter): LogView {
  const { host } = useFeed();
  const kept = useFilteredLog(filter);
  const isPart = useLab(({ revision }) => revision > 0 && (log.all()[0]?.seq ?? 1) > 1);
  const plan = useLab((state) => state.plan);
  const isWhole = isPart || filter.text.trim() !== '';
  const [rows, search] = [wholeFilter(filter), wholeSearch(filter)];
  // Another topology or branch has another trace: `plan` stands for it.
  const whole = useMemo(
    () => (isWhole ? new WholeTrace(host, rows, search) : undefined),
    [host, isWhole, rows, search, plan],
  );
  const [version, setVersion] = useState(0);
  useEffect(() => {
    if (!whole) return;
    whole.changed = () => setVersion((before) => before + 1);
    void whole.update();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = labStore.subscribe((state, before) => {
      if (state.revision === before.revision) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        void whole.update();
      }, ASK_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
      whole.changed = () => undefined;
    };
  }, [whole]);
  if (whole) return { view: whole, version, gone: 0, looking: !whole.known };
  return { ...kept, looking: false };
}
