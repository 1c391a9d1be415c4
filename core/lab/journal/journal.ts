/** Writes down what drives a lab, so that it can be played again (`replay.ts`). */
import type { OutsideEvent } from '#core/net/outside-event.js';
import { keepOutside, type JournalEntry, type NoteKind } from './journal-entry.js';
import type { Mode } from '../stepper.js';

export interface JournalParts {
  /** Lab time in µs. */
  now(): number;
  /** Events recorded so far. */
  length(): number;
}

export class Journal {
  /** Hears of every entry as it is written, one line of JSON: what keeps a session on disk. */
  heard: ((line: string) => void) | undefined;
  /** One line an entry: a string costs a third of an array. */
  private readonly lines: string[] = [];
  private readonly parts: JournalParts;
  /** Lines that are being played again. */
  private model: readonly string[] | undefined;

  constructor(parts: JournalParts) {
    this.parts = parts;
  }

  step(item: string, picked: boolean): void {
    const { parts } = this;
    // The one that is written all the time: as JSON, by hand.
    this.put(`["step",${parts.length()},${parts.now()},"${item}",${picked ? 1 : 0}]`);
  }

  mode(mode: Mode): void {
    this.write(['mode', this.parts.length(), this.parts.now(), mode]);
  }

  command(command: string, args: unknown): void {
    this.write(['command', this.parts.length(), this.parts.now(), command, args]);
  }

  note(what: NoteKind, values: unknown[]): void {
    this.write(['note', this.parts.length(), this.parts.now(), what, values]);
  }

  outside(event: OutsideEvent): void {
    this.write(['outside', this.parts.length(), this.parts.now(), keepOutside(event)]);
  }

  get length(): number {
    return this.lines.length;
  }

  /** Its entries as JSON, in order. */
  get kept(): readonly string[] {
    return this.lines;
  }

  /** Entries `from` to `to` (from 0, `to` not included). */
  *entries(from = 0, to = this.lines.length): Generator<JournalEntry> {
    for (let index = from; index < to; index += 1) yield JSON.parse(this.lines[index] ?? '') as JournalEntry;
  }

  /**
   * How many entries have come before the first event behind `seq`: those that have led to all events up to it, and what was
   * done after it that left no event of its own (a hold, a quirk that was switched).
   */
  entriesUpTo(seq: number): number {
    let count = this.entriesBefore(seq);
    // What comes next has found as many events as the entry itself: that one has left none.
    while (count < this.lines.length && this.eventsAt(count + 1) <= seq) count += 1;
    return count;
  }

  /** How many entries have begun before event `seq` was recorded. */
  private entriesBefore(seq: number): number {
    let [low, high] = [0, this.lines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.eventsAt(middle) < seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Events recorded before entry `index`; behind the last one: all. */
  private eventsAt(index: number): number {
    const line = this.lines[index];
    return line === undefined ? this.parts.length() : (JSON.parse(line) as JournalEntry)[1];
  }

  /** Events recorded before the newest step that had begun before event `seq`: the moment in front of it; 0: there is none. */
  stepBefore(seq: number): number {
    for (let index = this.entriesBefore(seq) - 1; index >= 0; index -= 1) {
      const [kind, at] = JSON.parse(this.lines[index] ?? '') as JournalEntry;
      if (kind === 'step') return at;
    }
    return 0;
  }

  /**
   * As long as the same is written as in `model`, its strings are kept in place of new ones: runs that have gone the same way
   * share what is nearly all of their journals. undefined: from now on it goes its own way.
   */
  follow(model: readonly string[] | undefined): void {
    this.model = model;
  }

  private write(entry: JournalEntry): void {
    this.put(JSON.stringify(entry));
  }

  private put(line: string): void {
    const known = this.model?.[this.lines.length];
    this.lines.push(known === line ? known : line);
    this.heard?.(line);
  }
}
