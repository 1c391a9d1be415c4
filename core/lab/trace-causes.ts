/** What led to an event, and what it led to. */
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import type { TraceSource } from './trace-source.js';

/** Rows read at a time. */
const CHUNK = 1024;

export interface Causes {
  /** From the root down to the event itself; the nearest ones, when the chain is longer than was asked for. */
  chain: TraceRow[];
  /** What it led to, and so on, in the order of the trace. */
  effects: TraceRow[];
  /** Whether there may be more of either. */
  more: boolean;
}

/** @param limit events of the chain, and of the effects; @param reach rows behind the event that are looked at */
export function causesOf(trace: TraceSource, seq: number, limit: number, reach: number): Causes {
  const chain: TraceRow[] = [];
  let next = seq;
  while (next > 0 && chain.length < limit) {
    const [row] = trace.range(next, next);
    if (!row) break;
    chain.unshift(row);
    next = row[3];
  }
  const family = new Set([seq]);
  const effects: TraceRow[] = [];
  const last = Math.min(trace.length, seq + reach);
  for (let from = seq + 1; from <= last; from += CHUNK) {
    for (const row of trace.range(from, Math.min(last, from + CHUNK - 1))) {
      if (!family.has(row[3])) continue;
      if (effects.length >= limit) return { chain, effects, more: true };
      family.add(row[0]);
      effects.push(row);
    }
  }
  return { chain, effects, more: next > 0 || last < trace.length };
}
