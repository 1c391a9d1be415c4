/** Two windows of two traces side by side: the same events in one line, as many of them as can be. */
import { traceEvent, type TraceEvent } from '../trace-event.js';
import type { TraceRow } from '../trace-schema.js';
import { eventKey } from './event-line.js';
import { rowAt, type TraceSource } from './trace-source.js';

export interface AlignedRow {
  left?: TraceEvent;
  right?: TraceEvent;
}

export interface Aligned {
  rows: AlignedRow[];
  /** Where the next window begins on each side; past its end on both: there is no more. */
  next: { left: number; right: number };
}

/** Rows of a window on each side. */
export const MOST_ALIGNED = 1000;

/** Too many, and in between: what they lead to is there as well. */
const LEFT_OUT: ReadonlySet<string> = new Set(['packet.hop', 'frame.handled']);

/**
 * Aligns up to `limit` rows of each side from `from` on. A window ends behind its last pair, so that what belongs
 * together is not torn apart by its border.
 */
export function align(
  left: TraceSource,
  right: TraceSource,
  from: { left: number; right: number },
  limit: number,
): Aligned {
  const most = Math.min(limit, MOST_ALIGNED);
  const window = { left: from.left + most - 1, right: from.right + most - 1 };
  const these = left.range(from.left, window.left).filter((row) => !LEFT_OUT.has(row[4]));
  const those = right.range(from.right, window.right).filter((row) => !LEFT_OUT.has(row[4]));
  const pairs = commonPairs(these.map(eventKey), those.map(eventKey));
  const isLast = window.left >= left.length && window.right >= right.length;
  const end = pairs.at(-1);
  const cut = isLast || !end ? undefined : { left: end[0] + 1, right: end[1] + 1 };
  const rows = lines(these.slice(0, cut?.left), those.slice(0, cut?.right), pairs);
  const next = cut
    ? { left: seqAfter(these[cut.left - 1]), right: seqAfter(those[cut.right - 1]) }
    : { left: window.left + 1, right: window.right + 1 };
  return { rows, next };
}

/** Where a window begins on both sides; on one that is not given, at the first event that is not before the other. */
export function startsOf(
  left: TraceSource,
  right: TraceSource,
  from: { left?: number | undefined; right?: number | undefined },
): { left: number; right: number } {
  return {
    left: from.left ?? firstNotBefore(left, rowAt(right, from.right ?? 1)?.[1] ?? 0),
    right: from.right ?? firstNotBefore(right, rowAt(left, from.left ?? 1)?.[1] ?? 0),
  };
}

/** @param time in µs */
function firstNotBefore(source: TraceSource, time: number): number {
  let [low, high] = [1, source.length + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((rowAt(source, middle)?.[1] ?? Infinity) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function seqAfter(row: TraceRow | undefined): number {
  return (row?.[0] ?? 0) + 1;
}

function lines(
  left: readonly TraceRow[],
  right: readonly TraceRow[],
  pairs: readonly [number, number][],
): AlignedRow[] {
  const rows: AlignedRow[] = [];
  let [at, over] = [0, 0];
  for (const [one, other] of [...pairs, [left.length, right.length] as const]) {
    for (; at < one; at += 1) rows.push(lineOf(left[at], undefined));
    for (; over < other; over += 1) rows.push(lineOf(undefined, right[over]));
    if (one < left.length && other < right.length) rows.push(lineOf(left[one], right[other]));
    [at, over] = [one + 1, other + 1];
  }
  return rows;
}

function lineOf(left: TraceRow | undefined, right: TraceRow | undefined): AlignedRow {
  return { ...(left ? { left: traceEvent(left) } : {}), ...(right ? { right: traceEvent(right) } : {}) };
}

/** Indexes of a longest common subsequence. */
export function commonPairs(left: readonly string[], right: readonly string[]): [number, number][] {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  const pairs = Array.from({ length: start }, (_, index): [number, number] => [index, index]);
  const [these, those] = [left.slice(start), right.slice(start)];
  const lengths = commonLengths(these, those);
  const at = (i: number, j: number): number => lengths[i * (those.length + 1) + j] ?? 0;
  for (let [i, j] = [0, 0]; i < these.length && j < those.length;) {
    if (these[i] === those[j]) pairs.push([start + i++, start + j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** At i * (right.length + 1) + j: length of the longest common subsequence of the rests from i and j on. */
function commonLengths(left: readonly string[], right: readonly string[]): Uint16Array {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return lengths;
}
