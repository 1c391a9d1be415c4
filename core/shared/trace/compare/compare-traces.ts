/** Where two runs part: the first event that is another one, and for each thing in the lab the first that it does otherwise. */
import type { TraceRow } from '../trace-schema.js';
import { MomentFold, type Moment, type SubjectKind } from './moments.js';

/** One side of a difference; undefined there: nothing more happens on that side. */
export interface Side {
  seq: number;
  /** Lab time in ms. */
  time: number;
  text: string;
}

export interface Difference {
  subject: string;
  kind: SubjectKind;
  /** Moments of the subject that are the same on both sides before. */
  same: number;
  left?: Side;
  right?: Side;
  /** What else the subject goes through, on each side. */
  rest: { left: number; right: number };
}

export interface Comparison {
  /** Whether the traces are the same to the letter. */
  identical: boolean;
  /** First event that is not the same; absent: one is the beginning of the other, or both are the same. */
  firstEvent?: number;
  /** Events of each. */
  events: { left: number; right: number };
  /** The one to look at first: what users see before what is inside. */
  headline?: Difference;
  /** One a subject, in the order of lab time; at most `MOST`. */
  differences: Difference[];
  /** Subjects that differ. */
  total: number;
  /** Subjects that are the same. */
  agreed: number;
}

/** Differences that are listed. */
export const MOST_DIFFERENCES = 500;

/** What users notice, before what only the inside shows. */
const WEIGHT: Readonly<Record<SubjectKind, number>> = {
  client: 0,
  rooms: 1,
  node: 2,
  fault: 3,
  route: 3,
  machine: 4,
  log: 5,
};

/**
 * Compares two traces; each is read once.
 * @param left rows in order, from event 1
 */
export function compareTraces(left: Iterable<TraceRow>, right: Iterable<TraceRow>): Comparison {
  const first = new FirstEvent();
  const before = new Map<string, Moment[]>();
  const leftFold = new MomentFold();
  const rightFold = new MomentFold();
  const after = new Map<string, Moment[]>();
  const [these, those] = [left[Symbol.iterator](), right[Symbol.iterator]()];
  for (;;) {
    const [mine, yours] = [these.next(), those.next()];
    if (mine.done && yours.done) break;
    first.take(mine.done ? undefined : mine.value, yours.done ? undefined : yours.value);
    if (!mine.done) keep(before, leftFold.take(mine.value));
    if (!yours.done) keep(after, rightFold.take(yours.value));
  }
  return { ...first.found(), ...differencesOf(before, after) };
}

function keep(kept: Map<string, Moment[]>, moment: Moment | undefined): void {
  if (!moment) return;
  const list = kept.get(moment.subject);
  if (list) list.push(moment);
  else kept.set(moment.subject, [moment]);
}

class FirstEvent {
  private left = 0;
  private right = 0;
  private firstEvent: number | undefined;

  take(left: TraceRow | undefined, right: TraceRow | undefined): void {
    if (left) this.left += 1;
    if (right) this.right += 1;
    if (this.firstEvent !== undefined || !left || !right) return;
    if (JSON.stringify(left) !== JSON.stringify(right)) this.firstEvent = this.left;
  }

  found(): Pick<Comparison, 'identical' | 'firstEvent' | 'events'> {
    const { left, right, firstEvent } = this;
    return {
      identical: firstEvent === undefined && left === right,
      ...(firstEvent === undefined ? {} : { firstEvent }),
      events: { left, right },
    };
  }
}

function differencesOf(
  left: ReadonlyMap<string, readonly Moment[]>,
  right: ReadonlyMap<string, readonly Moment[]>,
): Pick<Comparison, 'differences' | 'headline' | 'total' | 'agreed'> {
  const subjects = new Set([...left.keys(), ...right.keys()]);
  const found: Difference[] = [];
  for (const subject of subjects) {
    const difference = differenceOf(left.get(subject) ?? [], right.get(subject) ?? []);
    if (difference) found.push(difference);
  }
  found.sort((one, other) => timeOf(one) - timeOf(other) || one.subject.localeCompare(other.subject, 'en'));
  const headline = [...found].sort((one, other) => WEIGHT[one.kind] - WEIGHT[other.kind])[0];
  return {
    differences: found.slice(0, MOST_DIFFERENCES),
    total: found.length,
    agreed: subjects.size - found.length,
    ...(headline ? { headline } : {}),
  };
}

function differenceOf(left: readonly Moment[], right: readonly Moment[]): Difference | undefined {
  let same = 0;
  while (same < left.length && same < right.length && left[same]?.text === right[same]?.text) same += 1;
  const [mine, yours] = [left[same], right[same]];
  const any = mine ?? yours;
  if (!any) return undefined;
  return {
    subject: any.subject,
    kind: any.kind,
    same,
    ...(mine ? { left: sideOf(mine) } : {}),
    ...(yours ? { right: sideOf(yours) } : {}),
    rest: { left: left.length - same, right: right.length - same },
  };
}

function sideOf({ seq, time, text }: Moment): Side {
  return { seq, time: time / 1000, text };
}

function timeOf({ left, right }: Difference): number {
  return Math.min(left?.time ?? Infinity, right?.time ?? Infinity);
}
