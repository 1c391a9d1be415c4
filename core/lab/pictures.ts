/**
 * The whole picture of the lab at any event of its trace. It is folded as the trace grows, and kept every so often: a look
 * back folds on from the last one kept before, however long the trace is.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { MachineFold } from '#core/shared/trace/machine-fold.js';
import type { TraceRow } from '#core/shared/trace/trace-schema.js';
import { emptyWorld, type World } from '#core/shared/trace/world/world.js';
import { WorldFold } from '#core/shared/trace/world/world-fold.js';
import type { DialEnd, DialEnds } from '#core/shared/trace/world/world-views.js';
import type { TraceLog } from './trace-log.js';

/** Events from one picture that is kept to the next. */
const APART = 8192;

export class Pictures {
  private readonly trace: TraceLog;
  private readonly fold = new WorldFold();
  /** kept[i]: after event (i + 1) × APART. */
  private readonly kept: Buffer[] = [];
  /** Link → where its dialling end is, or was. */
  private readonly ends = new Map<string, DialEnd>();
  /** The last one that was asked for: going on from there is quickest. */
  private last: World = emptyWorld();
  private readonly endNow: DialEnds;

  /** @param endNow where the dialling end of a link is that has just been made */
  constructor(trace: TraceLog, endNow: DialEnds) {
    this.trace = trace;
    this.endNow = endNow;
  }

  /** Takes in one row; rows come in order, each once. */
  take(row: TraceRow): void {
    this.fold.take(row);
    if (row[4] === 'link.dialled') {
      const [link] = row[5];
      const end = this.endNow(link);
      if (end) this.ends.set(link, end);
    }
    if (row[0] % APART === 0) this.kept.push(deflateRawSync(JSON.stringify(this.fold.world()), { level: 1 }));
  }

  /** Machines that run at the newest event. */
  get machines(): MachineFold {
    return this.fold.machines;
  }

  /** The full JID that is bound on a link at the newest event; empty: none. */
  jidOn(link: string): string {
    return this.fold.jidOn(link);
  }

  /** Where the dialling end of a link is, or was, which sessions are named by. */
  endOf(link: string): DialEnd | undefined {
    return this.ends.get(link);
  }

  /** Bytes that the pictures take which are kept. */
  get bytes(): number {
    return this.kept.reduce((sum, picture) => sum + picture.length, 0);
  }

  /** @param seq of an event, or 0 for the beginning; what is later than the newest event is the newest */
  at(seq: number): World {
    const wanted = Math.min(seq, this.trace.length);
    const from = this.before(wanted);
    const fold = new WorldFold(from);
    for (const row of this.trace.range(from.seq + 1, wanted)) fold.take(row);
    this.last = fold.world();
    return this.last;
  }

  private before(seq: number): World {
    const index = Math.floor(seq / APART) - 1;
    const near = this.last.seq <= seq && seq - this.last.seq <= APART ? this.last : undefined;
    if (near && near.seq >= (index + 1) * APART) return near;
    const picture = this.kept[index];
    return picture ? (JSON.parse(inflateRawSync(picture).toString()) as World) : emptyWorld();
  }
}
