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

  constructor(parts: JournalParts) {
    this.parts = parts;
  }

  step(item: string, picked: boolean): void {
    const { parts } = this;
    // The one that is written all the time: as JSON, by hand.
    const line = `["step",${parts.length()},${parts.now()},"${item}",${picked ? 1 : 0}]`;
    this.lines.push(line);
    this.heard?.(line);
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

  /** How many entries have begun before event `seq` was recorded, and so have led to all events up to it. */
  entriesUpTo(seq: number): number {
    let [low, high] = [0, this.lines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const [, at] = JSON.parse(this.lines[middle] ?? '') as JournalEntry;
      if (at < seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Events recorded before the newest step that had begun before event `seq`: the moment in front of it; 0: there is none. */
  stepBefore(seq: number): number {
    for (let index = this.entriesUpTo(seq) - 1; index >= 0; index -= 1) {
      const [kind, at] = JSON.parse(this.lines[index] ?? '') as JournalEntry;
      if (kind === 'step') return at;
    }
    return 0;
  }

  private write(entry: JournalEntry): void {
    const line = JSON.stringify(entry);
    this.lines.push(line);
    this.heard?.(line);
  }
}
