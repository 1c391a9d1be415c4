import { useEffect, useMemo, useState } from 'react';
import { labStore, log } from '#renderer/store/lab-store.js';
import type { EventFilter } from './event-filter.js';
import { FilteredLog } from './filtered-log.js';

/** Real time between two looks at the log, in ms: at most ten a second, however many events come. */
const SAMPLE_MS = 100;

export interface LogView {
  view: FilteredLog;
  /** Another number whenever `view` has changed. */
  version: number;
  /** Rows that have left at the top by the last change. */
  gone: number;
}

export function useFilteredLog(filter: EventFilter): LogView {
  const view = useMemo(() => {
    const fresh = new FilteredLog(filter);
    fresh.update(log.all());
    return fresh;
  }, [filter]);
  const [{ version, gone }, setState] = useState({ version: 0, gone: 0 });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const sample = (): void => {
      timer = undefined;
      const left = view.update(log.all());
      setState((before) => ({ version: before.version + 1, gone: left }));
    };
    const stop = labStore.subscribe((state, before) => {
      if (state.revision !== before.revision || state.plan !== before.plan)
        timer ??= setTimeout(sample, SAMPLE_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [view]);
  return { view, version, gone };
}
