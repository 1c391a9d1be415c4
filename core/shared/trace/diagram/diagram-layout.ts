/** Where things stand in a diagram: x by lifeline, y by the order of events or by lab time. */
import type { Diagram, DiagramItem } from './diagram.js';

export type DiagramMode = 'sequence' | 'space-time';

const LANE = 170;
const NARROW_LANE = 120;
const WIDE_LANE = 320;
const MARGIN = 70;
export const ROW = 22;

export interface DiagramLayout {
  mode: DiagramMode;
  /** Height of a millisecond of lab time, in a space-time diagram. */
  msHeight: number;
  width: number;
  height: number;
  /** From one lifeline to the next. */
  lane: number;
  /** Of the lifeline of a process, a component of it, or a client; undefined: it is not shown. */
  x(name: string, part?: string): number | undefined;
  /** Of the lifeline that is number `index` from the left; `laneX` of this file. */
  laneX(index: number): number;
  /** Where item `index` begins. */
  y(index: number): number;
  /** Where a message ends; of one that is on its way, and of a note, where it begins. */
  endY(index: number): number;
  /** Index of the first item at or below `y`. */
  firstAt(y: number): number;
  /** Index of the first item of a later event than `seq`. */
  firstAfter(seq: number): number;
}

export interface DiagramSize {
  /** Height of a millisecond of lab time, in a space-time diagram; default 1. */
  msHeight?: number;
  /** From one lifeline to the next; default `LANE`. */
  lane?: number;
}

/** The distance of lifelines at which `count` of them fill `width`, within reason. */
export function laneFor(width: number, count: number): number {
  const fitting = count < 2 ? LANE : (width - 2 * MARGIN) / (count - 1);
  return Math.max(NARROW_LANE, Math.min(WIDE_LANE, fitting));
}

/** Where the lifeline stands that is number `index` from the left. */
export function laneX(index: number, lane: number): number {
  return MARGIN + index * lane;
}

export function layOut(
  { lifelines, items, place = (name) => name }: Diagram,
  mode: DiagramMode,
  { msHeight = 1, lane = LANE }: DiagramSize = {},
): DiagramLayout {
  const places = new Map(lifelines.map(({ name }, index) => [name, laneX(index, lane)]));
  const start = items[0]?.time ?? 0;
  const timed = mode === 'space-time';
  const y = (index: number): number =>
    timed ? ((items[index]?.time ?? start) - start) * msHeight + ROW : (index + 1) * ROW;
  const endY = (index: number): number => {
    const item = items[index];
    if (item?.kind !== 'message' || !item.end) return y(index);
    if (timed) return (item.end.time - start) * msHeight + ROW;
    // Half a row above what has happened after its end.
    return Math.max(y(index), (firstAfter(items, item.end.seq) + 1) * ROW - ROW / 2);
  };
  return {
    mode,
    msHeight,
    width: 2 * MARGIN + Math.max(0, lifelines.length - 1) * lane,
    lane,
    height: (items.length === 0 ? 0 : y(items.length - 1)) + 2 * ROW,
    laneX: (index) => laneX(index, lane),
    x: (name, part) => places.get(place(name, part)),
    y,
    endY,
    firstAfter: (seq) => firstAfter(items, seq),
    firstAt: (top) => lowerBound(items.length, (index) => y(index) < top),
  };
}

/** Index of the first item that belongs to a later event than `seq`. */
function firstAfter(items: readonly DiagramItem[], seq: number): number {
  return lowerBound(items.length, (index) => (items[index]?.seq ?? 0) <= seq);
}

/** The first index for which `before` says no; it says yes to all before that. */
function lowerBound(length: number, before: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
