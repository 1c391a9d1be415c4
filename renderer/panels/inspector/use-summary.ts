import { useMemo } from 'react';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import { summarise } from '#renderer/panels/events/summarise.js';
import { log } from '#renderer/store/lab-store.js';
import { useText } from '#renderer/ui/use-text.js';
import { eventOf } from './log-queries.js';

export interface Summaries {
  /** What an event says, in a line; `others`: events around it that the log may not have. */
  summary: (event: TraceEvent, others?: readonly TraceEvent[]) => string;
  kindName: (event: TraceEvent) => string;
}

export function useSummary(): Summaries {
  const text = useText();
  return useMemo(
    () => ({
      summary: (event, others = []) =>
        summarise(event, {
          text,
          event: (seq) => others.find((one) => one.seq === seq) ?? eventOf(log.all(), seq),
        }),
      kindName: ({ kind }) => text(`ui.run.kind.${kind}`),
    }),
    [text],
  );
}
