import type { ComparedEvent, Comparison, SubjectDifference } from './comparison.js';
import { endDifferences } from './end-differences.js';
import { firstDifference } from './first-difference.js';
import { headline } from './headline.js';
import { eventLine } from './event-line.js';
import { Story, type SubjectStory } from './story.js';
import { rowAt, type TraceSource } from './trace-source.js';

/** Subjects that are told of. */
const MOST = 500;

/** Compares two runs: event by event, and what happened to each machine, client, link, node, room and fault. */
export function compareTraces(left: TraceSource, right: TraceSource): Comparison {
  const events = { left: left.length, right: right.length };
  const seq = firstDifference(left, right);
  if (seq === undefined) {
    const same = { code: 'compare.headline.identical', params: {} };
    return { verdict: 'identical', events, headline: same, differences: [], differing: 0, ends: [] };
  }
  const stories = { left: new Story(left), right: new Story(right) };
  const all = storyDifferences(stories.left, stories.right);
  const ends = endDifferences(stories.left, stories.right);
  const firstEvent = { seq, ...sides(rawEvent(left, seq), rawEvent(right, seq)) };
  const verdict = all.length === 0 && ends.length === 0 ? 'same-story' : 'different';
  return {
    verdict,
    events,
    firstEvent,
    headline: headline(stories.left, stories.right, all, ends),
    differences: all.slice(0, MOST),
    differing: all.length,
    ends,
  };
}

function storyDifferences(left: Story, right: Story): SubjectDifference[] {
  const keys = new Set([...left.subjects.keys(), ...right.subjects.keys()]);
  const found: SubjectDifference[] = [];
  for (const key of keys) {
    const difference = subjectDifference(key, left, right);
    if (difference) found.push(difference);
  }
  return found.sort((one, other) => timeOf(one) - timeOf(other) || (one.subject < other.subject ? -1 : 1));
}

function timeOf({ left, right }: SubjectDifference): number {
  return Math.min(left?.time ?? Infinity, right?.time ?? Infinity);
}

function subjectDifference(key: string, left: Story, right: Story): SubjectDifference | undefined {
  const [one, other] = [left.subjects.get(key) ?? NOTHING, right.subjects.get(key) ?? NOTHING];
  const at = unequalAt(one.hashes, other.hashes);
  if (at === undefined) return undefined;
  const [here, there] = [toldEvent(left, one.seqs[at]), toldEvent(right, other.seqs[at])];
  const { kind, subject } = one === NOTHING ? other : one;
  const count = { left: one.hashes.length, right: other.hashes.length };
  const both = isReordered(one, other) ? 'order' : 'changed';
  return { kind, subject, how: !there ? 'left' : !here ? 'right' : both, ...sides(here, there), count };
}

/** Of a subject that is not there. */
const NOTHING: SubjectStory = { kind: 'lab', subject: '', hashes: [], seqs: [] };

function unequalAt(left: readonly number[], right: readonly number[]): number | undefined {
  const longest = Math.max(left.length, right.length);
  for (let index = 0; index < longest; index += 1) if (left[index] !== right[index]) return index;
  return undefined;
}

function isReordered(left: SubjectStory, right: SubjectStory): boolean {
  if (left.hashes.length !== right.hashes.length) return false;
  const [these, those] = [left, right].map(({ hashes }) => hashes.toSorted((one, other) => one - other));
  return these?.every((hash, index) => hash === those?.[index]) ?? false;
}

function toldEvent(story: Story, seq: number | undefined): ComparedEvent | undefined {
  const row = seq === undefined ? undefined : story.row(seq);
  if (!row) return undefined;
  const text = story.told(row[0])?.line ?? '';
  return { seq: row[0], time: row[1] / 1000, node: row[2], kind: row[4], text };
}

function rawEvent(source: TraceSource, seq: number): ComparedEvent | undefined {
  const row = rowAt(source, seq);
  return row && { seq, time: row[1] / 1000, node: row[2], kind: row[4], text: eventLine(row) };
}

function sides(
  left: ComparedEvent | undefined,
  right: ComparedEvent | undefined,
): { left?: ComparedEvent; right?: ComparedEvent } {
  return { ...(left ? { left } : {}), ...(right ? { right } : {}) };
}
