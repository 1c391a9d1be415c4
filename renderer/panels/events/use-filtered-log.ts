import { useEffect, useMemo, useState } from 'react';
import { labStore, log } from '#renderer/store/lab-store.js';
import type { EventFilter } from './event-filter.js';
import { FilteredLog } from './filtered-log.js';

/** Real time between two looks at the log, in ms: at most ten a second, however many events come. */
const SAMPLE_MS = 100;

export function useFilteredLog(filter: EventFilter): { view: FilteredLog; version: number; gone: number } {
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
