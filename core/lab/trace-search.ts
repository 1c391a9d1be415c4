/** Looks for events in a trace, reading only batches that can hold one. */
import type { FilterExpression } from '#core/shared/trace/query/filter-expression.js';
import { filterTest, followsCauses } from '#core/shared/trace/query/match-filter.js';
import { mayMatch, writtenOut } from '#core/shared/trace/query/may-match.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import { BATCH } from './trace-log.js';
import type { TraceSource } from './trace-source.js';

/** So many batches are read sooner than an index is made. */
const FEW = 8;

/** Numbers of events, both included. */
interface Bounds {
  from: number;
  to: number;
}

/** Rows that match, oldest first, lazily. */
export function* searchForwards(
  trace: TraceSource,
  filter: FilterExpression,
  { from, to }: Bounds,
): Generator<TraceRow> {
  const test = filterTest(filter);
  const canHold = batchTest(trace, filter, { from, to });
  // A chain of causes is known only to whoever has followed it from its beginning.
  const chain = followsCauses(filter);
  const start = Math.max(1, chain === undefined ? from : Math.min(from, chain));
  const last = Math.min(to, trace.length);
  for (let batch = batchOf(start); batch * BATCH < last; batch += 1) {
    if (chain === undefined && !canHold(batch)) continue;
    const rows = trace.range(Math.max(start, batch * BATCH + 1), Math.min(last, (batch + 1) * BATCH));
    for (const row of rows) if (test(row) && row[0] >= from) yield row;
  }
}

/** Rows that match, newest first, lazily; not for filters that follow causes, which only go forwards. */
export function* searchBackwards(
  trace: TraceSource,
  filter: FilterExpression,
  { from, to }: Bounds,
): Generator<TraceRow> {
  const test = filterTest(filter);
  const canHold = batchTest(trace, filter, { from, to });
  const first = Math.max(1, from);
  const last = Math.min(to, trace.length);
  for (let batch = batchOf(last); batch >= 0 && (batch + 1) * BATCH >= first; batch -= 1) {
    if (!canHold(batch)) continue;
    const rows = trace.range(Math.max(first, batch * BATCH + 1), Math.min(last, (batch + 1) * BATCH));
    for (const row of rows.reverse()) if (test(row)) yield row;
  }
}

function batchOf(seq: number): number {
  return Math.floor((seq - 1) / BATCH);
}

/** Whether a batch can hold a match. The index is asked for only where it saves more than it costs. */
function batchTest(
  trace: TraceSource,
  filter: FilterExpression,
  { from, to }: Bounds,
): (batch: number) => boolean {
  const isAll = filter.is === 'all' && filter.of.length === 0;
  if (isAll || Math.min(to, trace.length) - Math.max(from, 1) < FEW * BATCH) return () => true;
  const { index } = trace;
  const wanted = writtenOut(filter, (field) => index.valuesOf(field));
  // The newest batch is not indexed yet: it is read.
  return (batch) => batch >= index.batches || mayMatch(wanted, index.known(batch));
}
