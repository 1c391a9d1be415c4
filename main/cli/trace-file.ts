/** A trace that `run --trace` has written, read by ranges: of a million events only those that are asked for. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { TRACE_FIELDS, type TraceRow } from '#core/shared/trace/trace-schema.js';
import type { TraceSource } from '#core/shared/trace/compare/trace-source.js';

const BLOCK = 1 << 20;
/** Rows between two places that are remembered. */
const STRIDE = 256;
const NEWLINE = 10;

/** The line (from 1) that is no row of a trace. */
export class NotATrace extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`line ${line} is no row of a trace`);
    this.line = line;
  }
}

export class TraceFile implements TraceSource {
  readonly length: number;
  private readonly fd: number;
  /** Where row 1, 1 + STRIDE … begins; and the end. */
  private readonly places: number[] = [0];

  /** Throws the system's error, or NotATrace. */
  constructor(path: string) {
    this.fd = openSync(path, 'r');
    try {
      this.length = this.scan();
      this.range(1, 1);
    } catch (error) {
      closeSync(this.fd);
      throw error;
    }
  }

  range(from: number, to: number): TraceRow[] {
    const [start, end] = [Math.max(1, from), Math.min(this.length, to)];
    if (start > end) return [];
    const first = Math.floor((start - 1) / STRIDE);
    const begin = this.places[first] ?? 0;
    const stop = this.places[Math.floor((end - 1) / STRIDE) + 1] ?? begin;
    const bytes = Buffer.alloc(stop - begin);
    readSync(this.fd, bytes, 0, bytes.length, begin);
    const lines = bytes.toString().split('\n');
    const skipped = first * STRIDE;
    return lines.slice(start - 1 - skipped, end - skipped).map((line, index) => parsed(line, start + index));
  }

  close(): void {
    closeSync(this.fd);
  }

  private scan(): number {
    const block = Buffer.alloc(BLOCK);
    const { size } = fstatSync(this.fd);
    let [rows, at] = [0, 0];
    while (at < size) {
      const count = readSync(this.fd, block, 0, BLOCK, at);
      if (count === 0) break;
      for (let index = block.indexOf(NEWLINE); index >= 0 && index < count;) {
        rows += 1;
        if (rows % STRIDE === 0) this.places.push(at + index + 1);
        index = block.indexOf(NEWLINE, index + 1);
      }
      at += count;
    }
    if (rows % STRIDE !== 0) this.places.push(size);
    if (rows === 0) throw new NotATrace(1);
    return rows;
  }
}

function parsed(line: string, seq: number): TraceRow {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    throw new NotATrace(seq);
  }
  const isRow =
    Array.isArray(row) &&
    row[0] === seq &&
    typeof row[1] === 'number' &&
    typeof row[2] === 'string' &&
    Object.hasOwn(TRACE_FIELDS, String(row[4])) &&
    Array.isArray(row[5]);
  if (!isRow) throw new NotATrace(seq);
  return row as TraceRow;
}
