/**
 * The trace: compact rows, the latest of them in memory, all of them as lines in a file, and one hash over all.
 * One line is one JSON array `[seq, time, node, cause, kind, [values]]`.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import type { TraceSink } from '#core/shared/injected/trace-sink.js';
import type { TraceKind, TraceRow, TraceRows } from '#core/shared/trace/trace-schema.js';

/** Rows kept in memory behind the newest one. */
const WINDOW = 50_000;
/** Rows encoded at a time. */
const BATCH = 1024;

export interface TraceLogOptions {
  now: () => number;
  /** Path of the log; without one it goes to `spill` when it outgrows the memory. */
  file?: string;
  /** Path of a temporary file, deleted on close. */
  spill: string;
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
  private readonly path: string;
  private readonly keep: boolean;
  private fd: number | undefined;
  /** offsets[i]: where the line of event i + 1 begins; one more entry: the end. */
  private offsets = new Float64Array(4096);
  private waiting: string[] = [];
  private waitingBytes = 0;
  private size = 0;
  private closed = false;

  constructor(options: TraceLogOptions) {
    this.now = options.now;
    this.path = options.file ?? options.spill;
    this.keep = options.file !== undefined;
    if (this.keep) this.fd = openSync(this.path, 'w+');
  }

  /** Number of events so far: the seq of the newest. */
  get length(): number {
    return this.count;
  }

  record<K extends TraceKind>(
    kind: K,
    node: string,
    values: TraceRows[K],
    cause: number = this.cause,
  ): number {
    this.count += 1;
    this.rows.push([this.count, this.now(), node, cause, kind, values] as TraceRow);
    if (this.count - this.encoded >= BATCH) this.encode();
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

  /** SHA-256 over every line so far, lower-case hex. */
  digest(): string {
    this.encode();
    return this.hash.copy().digest('hex');
  }

  /** Writes what is still in memory to the file, if there is one. */
  flush(): void {
    this.encode();
    if (this.fd !== undefined) this.write();
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.flush();
    if (this.fd !== undefined) closeSync(this.fd);
    if (this.fd !== undefined && !this.keep) rmSync(this.path, { force: true });
    this.fd = undefined;
  }

  private encode(): void {
    if (this.encoded === this.count) return;
    const lines: string[] = [];
    for (let seq = this.encoded + 1; seq <= this.count; seq += 1) {
      const line = `${JSON.stringify(this.rows[seq - this.first])}\n`;
      lines.push(line);
      this.index(seq, Buffer.byteLength(line));
    }
    this.encoded = this.count;
    const text = lines.join('');
    this.hash.update(text);
    this.waiting.push(text);
    this.waitingBytes += text.length;
    if (this.rows.length > 2 * WINDOW) this.spillWindow();
    if (this.fd !== undefined && this.waitingBytes > 1 << 20) this.write();
  }

  private index(seq: number, bytes: number): void {
    if (seq + 1 > this.offsets.length) {
      const larger = new Float64Array(this.offsets.length * 2);
      larger.set(this.offsets);
      this.offsets = larger;
    }
    this.offsets[seq] = (this.offsets[seq - 1] ?? 0) + bytes;
  }

  private spillWindow(): void {
    this.fd ??= openSync(this.path, 'w+');
    this.write();
    const gone = this.rows.length - WINDOW;
    this.rows = this.rows.slice(gone);
    this.first += gone;
  }

  private write(): void {
    if (this.fd === undefined) return;
    const bytes = Buffer.from(this.waiting.join(''));
    this.waiting = [];
    this.waitingBytes = 0;
    writeSync(this.fd, bytes, 0, bytes.length, this.size);
    this.size += bytes.length;
  }

  private read(from: number, to: number): TraceRow[] {
    if (this.fd === undefined) return [];
    this.write();
    const start = this.offsets[from - 1] ?? 0;
    const bytes = Buffer.alloc((this.offsets[to] ?? start) - start);
    readSync(this.fd, bytes, 0, bytes.length, start);
    return bytes
      .toString()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as TraceRow);
  }
}
