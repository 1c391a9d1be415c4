import { useEffect, useState } from 'react';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import type { WindowHost } from '#renderer/host/lab-host.js';
import { useFeed } from '#renderer/store/feed-context.js';
import { log } from '#renderer/store/lab-store.js';
import { useLab } from '#renderer/store/use-lab.js';
import { eventOf } from './log-queries.js';

/** So many steps back, so many events forward. */
export const MOST_CAUSES = 60;
export const MOST_EFFECTS = 200;
/** In live mode what an event leads to is there within a moment of real time. */
const AGAIN_MS = 1500;

export interface Causality {
  /** `looking`: not answered yet; `missing`: there is no such event. */
  state: 'looking' | 'found' | 'missing';
  event?: TraceEvent;
  /** What led to it, the nearest cause first. */
  causes: TraceEvent[];
  /** What it led to, in order, with how many steps lie between. */
  effects: { event: TraceEvent; depth: number }[];
}

const LOOKING: Causality = { state: 'looking', causes: [], effects: [] };

/** An event with its causes and effects; what this window's log has left out is asked for. */
export function useCausality(seq: number): Causality {
  const { host } = useFeed();
  const [found, setFound] = useState<Causality>(LOOKING);
  // While time stands still, each step can add to what the event has led to.
  const moment = useLab((state) => (state.clock?.mode === 'live' ? 0 : state.clock?.seq));
  useEffect(() => {
    let wanted = true;
    const look = (): void => {
      causality(host, seq).then(
        (answer) => wanted && setFound(answer),
        () => wanted && setFound({ ...LOOKING, state: 'missing' }),
      );
    };
    look();
    const timer = setTimeout(look, AGAIN_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [host, seq, moment]);
  return found;
}

async function causality(host: WindowHost, seq: number): Promise<Causality> {
  const event = await fetchEvent(host, seq);
  if (!event) return { ...LOOKING, state: 'missing' };
  const causes: TraceEvent[] = [];
  let { cause } = event;
  while (cause > 0 && causes.length < MOST_CAUSES) {
    const before = await fetchEvent(host, cause);
    if (!before) break;
    causes.push(before);
    cause = before.cause;
  }
  const { events } = await host.call('trace.query', {
    from: seq,
    filter: { causedBy: seq },
    limit: MOST_EFFECTS + 1,
  });
  return { state: 'found', event, causes, effects: withDepth(seq, events) };
}

async function fetchEvent(host: WindowHost, seq: number): Promise<TraceEvent | undefined> {
  const kept = eventOf(log.all(), seq);
  if (kept) return kept;
  const { events } = await host.call('trace.query', { from: seq, to: seq });
  return events[0];
}

function withDepth(seq: number, events: readonly TraceEvent[]): Causality['effects'] {
  const depths = new Map([[seq, 0]]);
  const effects: Causality['effects'] = [];
  for (const event of events) {
    if (event.seq === seq) continue;
    const depth = (depths.get(event.cause) ?? 0) + 1;
    depths.set(event.seq, depth);
    effects.push({ event, depth });
  }
  return effects;
}
