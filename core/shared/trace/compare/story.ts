/** The stories of one trace: what happened to each subject, in its order. Sentences are kept as hashes with their seq. */
import type { TraceRow } from '../trace-schema.js';
import { textHash } from './plain-text.js';
import { subjectOf, type SubjectKind, type Told } from './subject-of.js';
import { rowAt, rowsOf, type TraceSource } from './trace-source.js';

export interface SubjectStory {
  kind: SubjectKind;
  subject: string;
  hashes: number[];
  /** Event of each sentence. */
  seqs: number[];
}

export class Story {
  readonly subjects = new Map<string, SubjectStory>();
  /** State in which each machine is at the end, by instance; without those that are gone. */
  readonly states = new Map<string, string>();
  readonly verdicts = new Map<string, string>();
  readonly openLinks = new Set<string>();
  /** Faults that lie at the end: kind and target by id. */
  readonly faults = new Map<string, string>();
  /** Frames that were dropped: seq of the drop by seq of the text. */
  readonly drops = new Map<number, number>();
  /** Seq of the newest text of each frame that is still on its way. */
  readonly onTheWay = new Map<number, number>();
  /** Messages that reached clients: count by client. */
  readonly received = new Map<string, number>();
  private readonly source: TraceSource;
  /** Frames seen: seq of their newest text; a copy of a frame is delivered more than once. */
  private readonly texts = new Map<number, number>();
  /** Texts of frames that may be asked for soon. */
  private readonly fresh = new Map<number, string>();

  constructor(source: TraceSource) {
    this.source = source;
    for (const row of rowsOf(source)) this.take(row);
    this.fresh.clear();
  }

  /** What an event tells, in words. */
  told(seq: number): Told | undefined {
    const row = rowAt(this.source, seq);
    return row && subjectOf(row, this.textOf(row));
  }

  row(seq: number): TraceRow | undefined {
    return rowAt(this.source, seq);
  }

  private take(row: TraceRow): void {
    this.frames(row);
    this.ends(row);
    const told = subjectOf(row, needsText(row) ? this.textOf(row) : '');
    if (!told) return;
    const key = `${told.kind} ${told.subject}`;
    let story = this.subjects.get(key);
    if (!story) {
      story = { kind: told.kind, subject: told.subject, hashes: [], seqs: [] };
      this.subjects.set(key, story);
    }
    story.hashes.push(textHash(told.line));
    story.seqs.push(row[0]);
    if (told.kind === 'client' && /^<message\b/.test(told.line)) {
      this.received.set(told.subject, (this.received.get(told.subject) ?? 0) + 1);
    }
  }

  private frames([seq, , , , kind, values]: TraceRow): void {
    if (kind === 'frame.sent' || kind === 'frame.changed') {
      const frame = values[2];
      this.texts.set(frame, seq);
      this.onTheWay.set(frame, seq);
      this.fresh.set(seq, kind === 'frame.sent' ? values[3] : values[4]);
      if (this.fresh.size > MOST_FRESH) this.fresh.delete(this.fresh.keys().next().value ?? 0);
    } else if (kind === 'frame.delivered') {
      this.onTheWay.delete(values[2]);
    } else if (kind === 'frame.dropped') {
      this.onTheWay.delete(values[2]);
      this.drops.set(this.texts.get(values[2]) ?? 0, seq);
    }
  }

  private ends([, , , , kind, values]: TraceRow): void {
    if (kind === 'machine.started') this.states.set(values[1], values[2]);
    else if (kind === 'machine.transition') this.states.set(values[1], values[3]);
    else if (kind === 'machine.stopped') this.states.delete(values[1]);
    else if (kind === 'rooms.verdict') this.verdicts.set(values[0], `${values[1]} ${values[2]}`.trim());
    else if (kind === 'link.opened') this.openLinks.add(values[0]);
    else if (kind === 'link.closed') this.openLinks.delete(values[0]);
    else if (kind === 'fault.applied') this.faults.set(values[0], `${values[1]} ${values[2]}`);
    else if (kind === 'fault.healed') this.faults.delete(values[0]);
  }

  /** Text of a frame as it was when it went. */
  textAt(seq: number): string {
    const fresh = this.fresh.get(seq);
    if (fresh !== undefined) return fresh;
    const row = rowAt(this.source, seq);
    if (row?.[4] === 'frame.sent') return row[5][3];
    return row?.[4] === 'frame.changed' ? row[5][4] : '';
  }

  private textOf([, , , , kind, values]: TraceRow): string {
    if (!kind.startsWith('frame.')) return '';
    return this.textAt(this.texts.get(Number(values[2])) ?? 0);
  }
}

/** Texts kept for frames that arrive soon; of others they are read again. */
const MOST_FRESH = 4096;

function needsText([, , node, , kind]: TraceRow): boolean {
  return kind === 'frame.dropped' || (kind === 'frame.delivered' && node.startsWith('client:'));
}
