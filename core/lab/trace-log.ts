/**
 * The trace: compact rows, the latest of them in memory, all of them as lines in a file, and one hash over all.
 * One line is one JSON array `[seq, time, node, cause, kind, [values]]`.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import type { TraceSink } from '#core/shared/injected/trace-sink.js';
import type { TraceKind, TraceRow, TraceRows } from '#core/shared/trace/trace-schema.js';

/** Rows encoded, hashed and written at a time: what is read back from disk is read in such batches too. */
const BATCH = 1024;
/** Rows kept in memory behind the newest one. */
const WINDOW = 16 * BATCH;
/** Bytes that wait before they are written to the file. */
const WRITE_BYTES = 1 << 20;

export interface TraceLogOptions {
  now: () => number;
  /** Path of the log; without one it goes to `spill` when it outgrows the memory. */
  file?: string;
  /** Gives the path of a temporary file, which is deleted on close; asked only when it is needed. */
  spill: () => string;
}

export class TraceLog implements TraceSink {
  cause = 0;
  private rows: TraceRow[] = [];
  /** seq of rows[0]. */
  private first = 1;
  private encoded = 0;
  private count = 0;
  private readonly hash = createHash('sha256');
  private readonly now: () => number;
  private path: string;
  private readonly spill: () => string;
  private readonly keep: boolean;
  private fd: number | undefined;
  /** offsets[i]: where batch i begins in the file; one more entry: the end. */
  private readonly offsets: number[] = [0];
  private waiting: Buffer[] = [];
  private waitingBytes = 0;
  private size = 0;
  private closed = false;

  constructor(options: TraceLogOptions) {
    this.now = options.now;
    this.path = options.file ?? '';
    this.spill = options.spill;
    this.keep = options.file !== undefined;
    if (this.keep) this.fd = openSync(this.path, 'w+');
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

  /** All rows that there are now, in order. */
  *all(): Generator<TraceRow> {
    const last = this.count;
    for (let from = 1; from <= last; from += BATCH) yield* this.range(from, Math.min(last, from + BATCH - 1));
  }

  /** The newest row that is still in memory, by its seq; undefined when it has gone to disk or was never there. */
  recent(seq: number): TraceRow | undefined {
    return this.rows[seq - this.first];
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
    if (this.fd !== undefined) {
      this.waiting.push(Buffer.from(this.lines(this.encoded + 1, this.count)));
      this.write(this.fd);
      closeSync(this.fd);
    }
    if (this.fd !== undefined && !this.keep) rmSync(this.path, { force: true });
    this.fd = undefined;
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
    this.waiting.push(bytes);
    this.waitingBytes += bytes.length;
    this.offsets.push((this.offsets.at(-1) ?? 0) + bytes.length);
    if (this.rows.length > 2 * WINDOW) this.spillWindow();
    if (this.fd !== undefined && this.waitingBytes > WRITE_BYTES) this.write(this.fd);
  }

  private spillWindow(): void {
    if (this.fd === undefined) {
      this.path ||= this.spill();
      this.fd = openSync(this.path, 'w+');
    }
    this.write(this.fd);
    const gone = this.rows.length - WINDOW;
    this.rows = this.rows.slice(gone);
    this.first += gone;
  }

  private write(fd: number): void {
    const bytes = Buffer.concat(this.waiting);
    this.waiting = [];
    this.waitingBytes = 0;
    writeSync(fd, bytes, 0, bytes.length, this.size);
    this.size += bytes.length;
  }

  /** Rows that have left the memory: whole batches are read, and cut. */
  private read(from: number, to: number): TraceRow[] {
    if (this.fd === undefined) return [];
    this.write(this.fd);
    const [firstBatch, lastBatch] = [Math.floor((from - 1) / BATCH), Math.floor((to - 1) / BATCH)];
    const start = this.offsets[firstBatch] ?? 0;
    const bytes = Buffer.alloc((this.offsets[lastBatch + 1] ?? start) - start);
    readSync(this.fd, bytes, 0, bytes.length, start);
    const skipped = firstBatch * BATCH;
    return bytes
      .toString()
      .split('\n')
      .slice(from - 1 - skipped, to - skipped)
      .map((line) => JSON.parse(line) as TraceRow);
  }
}
