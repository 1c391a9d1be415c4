/** What the trace says of the frames of one direction of a link. */
import type { TraceSink } from '#core/shared/injected/trace-sink.js';
import type { Direction } from '#core/shared/trace/trace-schema.js';
import type { Frame, WireItem } from './frame.js';

export interface RecordedLine {
  link: string;
  name: Direction;
  /** Nodes at its two ends. */
  from: string;
  to: string;
}

export class FrameRecords {
  private readonly trace: TraceSink;
  private readonly line: RecordedLine;

  constructor(trace: TraceSink, line: RecordedLine) {
    this.trace = trace;
    this.line = line;
  }

  /** @returns the event's `seq` */
  sent(id: number, text: string, cause = this.trace.cause): number {
    const { link, name, from } = this.line;
    return this.trace.record('frame.sent', from, [link, name, id, text], cause);
  }

  /** @returns the event's `seq` */
  delivered({ id, sent }: Frame): number {
    const { link, name, to } = this.line;
    return this.trace.record('frame.delivered', to, [link, name, id], sent);
  }

  handled({ id }: Frame, cause: number): void {
    const { link, name, to } = this.line;
    this.trace.record('frame.handled', to, [link, name, id], cause);
  }

  changed({ id, sent }: Frame, text: string, reason: string): void {
    const { link, name, from } = this.line;
    this.trace.record('frame.changed', from, [link, name, id, reason, text], sent);
  }

  /** FIN, RST and the first pieces of a frame are no frames; what was never recorded as sent cannot be lost. */
  lost(item: WireItem, reason: string): void {
    if (item.kind !== 'frame' && !(item.kind === 'piece' && item.last)) return;
    const { id, sent } = item.frame;
    const { link, name, to } = this.line;
    if (sent > 0) this.trace.record('frame.dropped', to, [link, name, id, reason], sent);
  }
}
