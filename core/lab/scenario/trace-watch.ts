/** Follows a lab's trace row by row and keeps what conditions ask about: frames, links and machines. */
import { TRACE_FIELDS, type TraceRow } from '#core/shared/trace/trace-schema.js';
import type { TraceLog } from '../trace-log.js';

export interface MachineNow {
  node: string;
  machine: string;
  instance: string;
  state: string;
}

/** Machine of a process itself, and its states in which nothing else of the process runs. */
const PROCESS_MACHINE = 'node';
const GONE = new Set(['down', 'crashed']);

export class TraceWatch {
  private readonly trace: TraceLog;
  private readonly texts = new Map<number, string>();
  private readonly services = new Map<string, string>();
  private readonly running = new Map<string, MachineNow>();
  private readonly hearers = new Set<(row: TraceRow) => void>();
  private seen = 0;

  constructor(trace: TraceLog) {
    this.trace = trace;
  }

  /** Reads what has been recorded since the last call. */
  follow(): void {
    while (this.seen < this.trace.length) {
      const rows = this.trace.range(this.seen + 1, this.trace.length);
      for (const row of rows) {
        this.seen += 1;
        this.keep(row);
        this.hearers.forEach((hear) => hear(row));
      }
    }
  }

  /** Hears every row from `from` on, those that are there already at once, until the returned function is called. */
  hear(from: number, hear: (row: TraceRow) => void): () => void {
    this.follow();
    this.trace.range(from, this.seen).forEach(hear);
    this.hearers.add(hear);
    return () => void this.hearers.delete(hear);
  }

  /** Rows so far for which `test` holds, the newest last, at most `most`. */
  last(test: (row: TraceRow) => boolean, most: number): TraceRow[] {
    this.follow();
    const found: TraceRow[] = [];
    for (let seq = this.seen; seq > 0 && found.length < most; seq -= 1) {
      const row = this.trace.recent(seq);
      if (!row) break;
      if (test(row)) found.unshift(row);
    }
    return found;
  }

  /** Text of a frame as it is now: as sent, or as a fault has changed it. */
  frameText(frame: number): string {
    return this.texts.get(frame) ?? '';
  }

  serviceOf(link: string): string | undefined {
    return this.services.get(link);
  }

  /** Every machine that has been started and neither stopped nor gone with its process. */
  machines(): MachineNow[] {
    return [...this.running.values()];
  }

  private keep(row: TraceRow): void {
    switch (row[4]) {
      case 'frame.sent':
        this.texts.set(row[5][2], row[5][3]);
        break;
      case 'frame.changed':
        this.texts.set(row[5][2], row[5][4]);
        break;
      case 'link.dialled':
        this.services.set(row[5][0], row[5][1]);
        break;
      case 'machine.started':
        this.moved(row[2], row[5][0], row[5][1], row[5][2]);
        break;
      case 'machine.transition':
        this.moved(row[2], row[5][0], row[5][1], row[5][3]);
        break;
      case 'machine.stopped':
        this.running.delete(`${row[2]} ${row[5][1]}`);
        break;
    }
  }

  private moved(node: string, machine: string, instance: string, state: string): void {
    this.running.set(`${node} ${instance}`, { node, machine, instance, state });
    if (machine !== PROCESS_MACHINE || !GONE.has(state)) return;
    // A process takes all of its machines with it, and none of them lives to say so.
    for (const [key, now] of this.running) {
      if (now.node === node && now.machine !== PROCESS_MACHINE) this.running.delete(key);
    }
  }
}

/** A row in one line, for failures. */
export function rowText(row: TraceRow, watch: TraceWatch): string {
  const [seq, micros, node, , kind, values] = row;
  const fields = TRACE_FIELDS[kind];
  const shown = fields.map((_, index) => String(values[index]));
  if (kind === 'frame.delivered' || kind === 'frame.dropped' || kind === 'frame.handled') {
    shown.push(watch.frameText(row[5][2]));
  }
  const text = ['#' + String(seq), `${micros / 1000} ms`, node, kind, ...shown].filter((part) => part !== '');
  return shortened(text.join(' '));
}

const LONGEST = 300;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
