import { useEffect, useMemo, useState } from 'react';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import { labStore, log } from '#renderer/store/lab-store.js';

/** Real time between two looks at the log, in ms: people read, they do not watch packets. */
const LOOK_MS = 200;

/** Grows when the log has grown, but not with every packet. */
export function useLogRevision(): number {
  const [revision, setRevision] = useState(() => labStore.getState().revision);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      timer = undefined;
      setRevision(labStore.getState().revision);
    };
    const stop = labStore.subscribe((state, before) => {
      if (state.revision !== before.revision) timer ??= setTimeout(look, LOOK_MS);
    });
    look();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  return revision;
}

/** What `query` makes of the log, again when the log has grown or `key` has changed. */
export function useLogQuery<Found>(key: string, query: (events: readonly TraceEvent[]) => Found): Found {
  const revision = useLogRevision();
  // `key` stands for everything that `query` closes over.
  return useMemo(() => query(log.all()), [revision, key]);
}
