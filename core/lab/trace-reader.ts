/** The trace of a lab that is over, from its finished file: read only, in bounded memory. */
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import { LineLog } from './storage/line-log.js';
import { TraceIndex } from './trace-index.js';
import { BATCH } from './trace-log.js';
import type { TraceSource } from './trace-source.js';

export class TraceReader implements TraceSource {
  readonly length: number;
  readonly index = new TraceIndex(BATCH);
  private readonly file: LineLog;

  /** @throws the system's error when the file cannot be read, `SyntaxError` when a line is no JSON */
  constructor(path: string) {
    const { log, lines } = LineLog.read(path, BATCH);
    this.file = log;
    this.length = lines;
    for (let batch = 0; (batch + 1) * BATCH <= lines; batch += 1) this.index.add(this.rows(batch, batch), 0);
  }

  range(from: number, to: number): TraceRow[] {
    const [start, end] = [Math.max(1, from), Math.min(this.length, to)];
    if (start > end) return [];
    const [first, last] = [Math.floor((start - 1) / BATCH), Math.floor((end - 1) / BATCH)];
    return this.rows(first, last).slice(start - 1 - first * BATCH, end - first * BATCH);
  }

  close(): void {
    this.file.close(true);
  }

  private rows(first: number, last: number): TraceRow[] {
    return this.file.lines(first, last).map((line) => JSON.parse(line) as TraceRow);
  }
}
