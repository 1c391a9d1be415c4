/** The rows of a filter over the whole trace: the lab says which they are, and those in view are fetched by pages. */
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import type { WindowHost } from '#renderer/host/lab-host.js';
import { log } from '#renderer/store/lab-store.js';
import type { EventRows } from './event-rows.js';
import { eventOfSeq, lowerBound } from './filtered-log.js';

/** Events of one page; pages that are kept. */
const PAGE = 200;
const KEPT_PAGES = 60;

export class WholeTrace implements EventRows {
  matches: number[] = [];
  /** False until the lab has answered once. */
  known = false;
  /** Hears when rows, matches or pages have come. */
  changed: () => void = () => undefined;
  private readonly host: WindowHost;
  /** Empty: every event. */
  private readonly filter: string;
  /** What the search finds among them; empty: no search. */
  private readonly search: string;
  private seqs: number[] = [];
  private last = 0;
  private asking = false;
  /** Number of the first event of a page → its events, in the order of use. */
  private readonly pages = new Map<number, TraceEvent[]>();
  private readonly fetching = new Set<number>();

  constructor(host: WindowHost, filter: string, search: string) {
    this.host = host;
    this.filter = filter;
    this.search = search;
  }

  get length(): number {
    return this.filter ? this.seqs.length : this.last;
  }

  seqAt(index: number): number {
    if (!this.filter) return index >= 0 && index < this.last ? index + 1 : 0;
    return this.seqs[index] ?? 0;
  }

  indexOf(seq: number): number {
    return lowerBound(this.length, (index) => this.seqAt(index) < seq);
  }

  at(index: number): TraceEvent | undefined {
    const seq = this.seqAt(index);
    if (!seq) return undefined;
    const found = this.event(seq);
    if (!found) void this.fetch(seq);
    return found;
  }

  event(seq: number): TraceEvent | undefined {
    const kept = eventOfSeq(log.all(), seq);
    if (kept) return kept;
    const page = this.pages.get(pageOf(seq));
    return page && eventOfSeq(page, seq);
  }

  /** Asks the lab for what is new. */
  async update(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    try {
      const from = this.last + 1;
      const first = this.last === 0;
      const range = first ? {} : { from };
      const find = (filter: string) => this.host.call('trace.find', { ...range, filter });
      const rows = await find(this.filter || 'seq:0');
      const to = rows.last;
      if (this.filter) append(this.seqs, rows.seqs, to);
      if (this.search) append(this.matches, (await find(this.search)).seqs, to);
      this.last = to;
      this.known = true;
    } catch {
      // The topology was closed, or the connection lost: other places say so.
    } finally {
      this.asking = false;
    }
    this.changed();
  }

  private async fetch(seq: number): Promise<void> {
    const from = pageOf(seq);
    if (this.fetching.has(from)) return;
    this.fetching.add(from);
    const answer = await this.host
      .call('trace.query', { from, to: from + PAGE - 1, limit: PAGE })
      .catch(() => undefined);
    this.fetching.delete(from);
    if (!answer) return;
    this.pages.set(from, answer.events);
    const [oldest] = this.pages.keys();
    if (this.pages.size > KEPT_PAGES && oldest !== undefined) this.pages.delete(oldest);
    this.changed();
  }
}

function pageOf(seq: number): number {
  return seq - ((seq - 1) % PAGE);
}

/** What came while the second question was under way is asked for again. */
function append(to: number[], more: readonly number[], last: number): void {
  for (const seq of more) if (seq <= last) to.push(seq);
}
