/** The one sentence: which difference matters most, and, of a message that did not arrive, where it was lost. */
import type { ComparedEvent, EndDifference, Headline, SubjectDifference } from './comparison.js';
import type { Story, SubjectStory } from './story.js';
import { SUBJECT_KINDS } from './subject-of.js';

type SideName = 'left' | 'right';

export function headline(
  left: Story,
  right: Story,
  differences: readonly SubjectDifference[],
  [end]: readonly EndDifference[],
): Headline {
  const missing = missingMessage(left, right, differences);
  if (missing) return missing;
  if (end) return { code: 'compare.headline.end', params: { ...end } };
  const [first] = [...differences].sort(
    // Stable: by time among those that matter equally.
    (one, other) => SUBJECT_KINDS.indexOf(one.kind) - SUBJECT_KINDS.indexOf(other.kind),
  );
  if (!first) return { code: 'compare.headline.same-story', params: {} };
  const { kind, subject, how } = first;
  return {
    code: `compare.headline.${how}`,
    params: { kind, subject, left: shown(first.left), right: shown(first.right) },
    ...(first.left ? { left: first.left } : {}),
    ...(first.right ? { right: first.right } : {}),
  };
}

interface Missing {
  client: string;
  /** Side that has it. */
  side: SideName;
  seq: number;
  time: number;
}

/** The earliest message that a client has got on one side only. */
function missingMessage(
  left: Story,
  right: Story,
  differences: readonly SubjectDifference[],
): Headline | undefined {
  const found: Missing[] = [];
  for (const { kind, subject } of differences) {
    if (kind !== 'client') continue;
    const [these, those] = [left, right].map((story) => story.subjects.get(`client ${subject}`));
    found.push(...gotOnly(left, 'left', these, those), ...gotOnly(right, 'right', those, these));
  }
  const [first] = found.sort((one, other) => one.time - other.time);
  if (!first) return undefined;
  return first.side === 'left' ? missed(first, left, right) : missed(first, right, left);
}

function missed({ client, side, seq }: Missing, has: Story, lacks: Story): Headline {
  const text = has.told(seq)?.line ?? '';
  const lost = whereLost(lacks, text);
  const otherSide = side === 'left' ? 'right' : 'left';
  return {
    code: `compare.headline.message.${lost?.way ?? 'unknown'}`,
    params: {
      client,
      message: bodyOf(text) || text.slice(0, 80),
      has: side,
      lacks: otherSide,
      ...(lost ? { link: lost.link, reason: lost.reason } : {}),
    },
    [side]: eventOf(has, seq, text),
    ...(lost ? { [otherSide]: eventOf(lacks, lost.seq, text) } : {}),
  };
}

/** The first message of a client that the other side has fewer of. */
function gotOnly(
  story: Story,
  side: SideName,
  mine: SubjectStory | undefined,
  theirs: SubjectStory | undefined,
): Missing[] {
  if (!mine) return [];
  const left = new Map<number, number>();
  for (const hash of theirs?.hashes ?? []) left.set(hash, (left.get(hash) ?? 0) + 1);
  const isNew = (hash: number): boolean => {
    const count = left.get(hash) ?? 0;
    left.set(hash, count - 1);
    return count <= 0;
  };
  const isMessage = (seq: number): boolean => /^<message\b/.test(story.told(seq)?.line ?? '');
  const seq = mine.seqs.find((one, index) => isNew(mine.hashes[index] ?? 0) && isMessage(one));
  return seq === undefined ? [] : [{ client: mine.subject, side, seq, time: story.row(seq)?.[1] ?? 0 }];
}

interface Lost {
  way: 'dropped' | 'waits';
  seq: number;
  link: string;
  reason: string;
}

/** Where a message with the same body came to its end. */
function whereLost(story: Story, text: string): Lost | undefined {
  const body = /<body\b[^]*?<\/body>/.exec(text)?.[0];
  if (body === undefined) return undefined;
  for (const [sent, seq] of story.drops) {
    const row = story.row(seq);
    if (row?.[4] !== 'frame.dropped' || !story.textAt(sent).includes(body)) continue;
    return { way: 'dropped', seq, link: row[5][0], reason: row[5][3] };
  }
  for (const seq of story.onTheWay.values()) {
    if (!story.textAt(seq).includes(body)) continue;
    return { way: 'waits', seq, link: String(story.row(seq)?.[5][0]), reason: '' };
  }
  return undefined;
}

function eventOf(story: Story, seq: number, text: string): ComparedEvent {
  const row = story.row(seq);
  return { seq, time: (row?.[1] ?? 0) / 1000, node: row?.[2] ?? '', kind: row?.[4] ?? 'frame.sent', text };
}

function bodyOf(text: string): string {
  return /<body\b[^>]*>([^<]*)/.exec(text)?.[1] ?? '';
}

function shown(event: ComparedEvent | undefined): string {
  return event ? event.text.slice(0, 160) : '';
}
