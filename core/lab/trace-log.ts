/**
 * The trace: compact rows, the latest of them in memory, all of them as lines in a file, and one hash over all.
 * One line is one JSON array `[seq, time, node, cause, kind, [values]]`.
 */
import { createHash } from 'node:crypto';
import type { TraceSink } from '#core/shared/injected/trace-sink.js';
import type { TraceKind, TraceRow, TraceRows } from '#core/shared/trace/trace-schema.js';
import { LineLog } from './storage/line-log.js';
import { TraceIndex } from './trace-index.js';
import type { TraceSource } from './trace-source.js';

/** Rows encoded, hashed and written at a time: what is read back from disk is read in such batches too. */
export const BATCH = 1024;
/** Rows kept in memory behind the newest one. */
const WINDOW = 16 * BATCH;

export interface TraceLogOptions {
  now: () => number;
  /** Path of the log; without one it goes to `spill` when it outgrows the memory. */
  file?: string;
  /** Gives the path of a temporary file, which is deleted on close; asked only when it is needed. */
  spill: () => string;
}

export class TraceLog implements TraceSink, TraceSource {
  cause = 0;
  private rows: TraceRow[] = [];
  /** seq of rows[0]. */
  private first = 1;
  private encoded = 0;
  private count = 0;
  private readonly hash = createHash('sha256');
  private readonly now: () => number;
  private readonly spill: () => string;
  private readonly keep: boolean;
  private readonly file: LineLog;
  private readonly indexed = new TraceIndex(BATCH);
  private closed = false;

  constructor(options: TraceLogOptions) {
    this.now = options.now;
    this.spill = options.spill;
    this.keep = options.file !== undefined;
    this.file = new LineLog(options.file);
  }

  /** Number of events so far: the seq of the newest. */
  get length(): number {
    return this.count;
  }

  /** Hears of every row as it is recorded; must be quick. */
  observer: ((row: TraceRow) => void) | undefined;

  record<K extends TraceKind>(
    kind: K,
    node: string,
    values: TraceRows[K],
    cause: number = this.cause,
  ): number {
    this.count += 1;
    const row = [this.count, this.now(), node, cause, kind, values] as TraceRow;
    this.rows.push(row);
    this.observer?.(row);
    if (this.count - this.encoded >= BATCH) this.encodeBatch();
    return this.count;
  }

  under(cause: number, work: () => void): void {
    const before = this.cause;
    this.cause = cause;
    try {
      work();
    } finally {
      this.cause = before;
    }
  }

  /** Rows `from` to `to`, both included, clipped to what there is. */
  range(from: number, to: number): TraceRow[] {
    const start = Math.max(1, from);
    const end = Math.min(this.count, to);
    if (start > end) return [];
    if (start >= this.first) return this.rows.slice(start - this.first, end - this.first + 1);
    const old = this.read(start, Math.min(end, this.first - 1));
    return end < this.first ? old : [...old, ...this.rows.slice(0, end - this.first + 1)];
  }

  /** The newest row that is still in memory, by its seq; undefined when it has gone to disk or was never there. */
  recent(seq: number): TraceRow | undefined {
    return this.rows[seq - this.first];
  }

  /** What occurs in the whole batches. Brought up to date when it is asked for, so that recording costs nothing more. */
  get index(): TraceIndex {
    for (let first = this.indexed.batches * BATCH + 1; first <= this.encoded; first += BATCH) {
      this.indexed.add(this.range(first, first + BATCH - 1), 0);
    }
    return this.indexed;
  }

  /** SHA-256 over every line so far, lower-case hex. */
  digest(): string {
    return this.hash
      .copy()
      .update(this.lines(this.encoded + 1, this.count))
      .digest('hex');
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.file.append(Buffer.from(this.lines(this.encoded + 1, this.count)));
    this.file.close(this.keep);
  }

  private lines(from: number, to: number): string {
    let text = '';
    for (let seq = from; seq <= to; seq += 1) text += `${JSON.stringify(this.rows[seq - this.first])}\n`;
    return text;
  }

  private encodeBatch(): void {
    const bytes = Buffer.from(this.lines(this.encoded + 1, this.count));
    this.encoded = this.count;
    this.hash.update(bytes);
    this.file.append(bytes);
    if (this.rows.length > 2 * WINDOW) this.spillWindow();
  }

  private spillWindow(): void {
    if (!this.file.isOpen) this.file.open(this.spill());
    const gone = this.rows.length - WINDOW;
    this.rows = this.rows.slice(gone);
    this.first += gone;
  }

  /** Rows that have left the memory: whole batches are read, and cut. */
  private read(from: number, to: number): TraceRow[] {
    const [firstBatch, lastBatch] = [Math.floor((from - 1) / BATCH), Math.floor((to - 1) / BATCH)];
    const skipped = firstBatch * BATCH;
    return this.file
      .lines(firstBatch, lastBatch)
      .slice(from - 1 - skipped, to - skipped)
      .map((line) => JSON.parse(line) as TraceRow);
  }
}
