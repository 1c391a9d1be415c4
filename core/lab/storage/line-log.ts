/** An append-only file of lines in batches: only where each batch begins is kept in memory. */
import { closeSync, fstatSync, openSync, readSync, rmSync, writeSync } from 'node:fs';

/** Bytes that wait before they are written to the file. */
const WRITE_BYTES = 1 << 20;
/** Bytes looked at at a time when a finished file is opened. */
const SCAN_BYTES = 1 << 20;
const NEWLINE = 10;

export class LineLog {
  private fd: number | undefined;
  private path: string | undefined;
  /** offsets[i]: where batch i begins; one more entry: the end. */
  private readonly offsets: number[] = [0];
  private waiting: Buffer[] = [];
  private waitingBytes = 0;
  private written = 0;

  /** @param path without one, what is appended waits in memory until `open` */
  constructor(path?: string) {
    if (path !== undefined) this.open(path);
  }

  /**
   * Reads a finished file; what stands behind its last newline is left out.
   * @param lines per batch
   * @throws the system's error when it cannot be read
   */
  static read(path: string, lines: number): { log: LineLog; lines: number } {
    const log = new LineLog();
    log.fd = openSync(path, 'r');
    log.path = path;
    return { log, lines: log.scan(lines) };
  }

  get isOpen(): boolean {
    return this.fd !== undefined;
  }

  get batches(): number {
    return this.offsets.length - 1;
  }

  /** Creates the file, or empties it; what waits is written there. */
  open(path: string): void {
    if (this.fd !== undefined) return;
    this.fd = openSync(path, 'w+');
    this.path = path;
    this.flush();
  }

  /** Appends one batch: whole lines, as many as in every other batch, except in the last. */
  append(bytes: Buffer): void {
    this.waiting.push(bytes);
    this.waitingBytes += bytes.length;
    this.offsets.push((this.offsets.at(-1) ?? 0) + bytes.length);
    if (this.waitingBytes > WRITE_BYTES) this.flush();
  }

  /** Lines of batches `first` to `last`, both included; none of what has no file. */
  lines(first: number, last: number): string[] {
    if (this.fd === undefined) return [];
    this.flush();
    const start = this.offsets[first] ?? 0;
    const end = this.offsets[Math.min(last, this.batches - 1) + 1] ?? start;
    const bytes = Buffer.alloc(Math.max(0, end - start));
    readSync(this.fd, bytes, 0, bytes.length, start);
    const lines = bytes.toString().split('\n');
    lines.pop();
    return lines;
  }

  /** Hands what waits to the system. */
  flush(): void {
    if (this.fd === undefined || this.waiting.length === 0) return;
    const bytes = Buffer.concat(this.waiting);
    this.waiting = [];
    this.waitingBytes = 0;
    writeSync(this.fd, bytes, 0, bytes.length, this.written);
    this.written += bytes.length;
  }

  /** @param keep whether the file stays */
  close(keep: boolean): void {
    if (this.fd === undefined) return;
    this.flush();
    closeSync(this.fd);
    this.fd = undefined;
    if (!keep && this.path !== undefined) rmSync(this.path, { force: true });
  }

  private scan(linesPerBatch: number): number {
    if (this.fd === undefined) return 0;
    const size = fstatSync(this.fd).size;
    const chunk = Buffer.alloc(Math.min(SCAN_BYTES, Math.max(size, 1)));
    let [count, end] = [0, 0];
    for (let at = 0; at < size;) {
      const read = readSync(this.fd, chunk, 0, chunk.length, at);
      if (read === 0) break;
      for (let found = chunk.indexOf(NEWLINE); found >= 0 && found < read;) {
        count += 1;
        end = at + found + 1;
        if (count % linesPerBatch === 0) this.offsets.push(end);
        found = chunk.indexOf(NEWLINE, found + 1);
      }
      at += read;
    }
    if (end > (this.offsets.at(-1) ?? 0)) this.offsets.push(end);
    this.written = end;
    return count;
  }
}
