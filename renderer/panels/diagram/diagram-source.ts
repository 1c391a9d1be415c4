/**
 * Keeps a diagram up to date as long as it is shown. Of a long run the part that somebody looks at is had at once and
 * drawn while the whole is read behind it; then the whole takes its place.
 */
import { diagramEvents } from '#core/shared/trace/diagram/diagram-columns.js';
import { DiagramFold } from '#core/shared/trace/diagram/diagram-fold.js';
import type { CommandResult } from '#core/shared/api/results.js';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import type { WindowHost } from '#renderer/host/lab-host.js';
import { labStore, log } from '#renderer/store/lab-store.js';

type Page = CommandResult<'trace.diagram'>;

/** Events around the one that somebody looks at, or the newest ones, that are had at once. */
const AT_ONCE = 6000;
/** Who is so many events behind is shown those first. */
const FAR_BEHIND = 12_000;
/** Events that are taken out of the window's own log at a time, so that no frame waits for them. */
const FROM_LOG = 5000;

/** A fold and the newest event that is in it. */
interface Grown {
  fold: DiagramFold;
  last: number;
}

export class DiagramSource {
  /** Grows when there is more to draw, or when all is new. */
  version = 0;
  private readonly host: WindowHost;
  private readonly components: boolean;
  private plan = labStore.getState().plan;
  private whole: Grown;
  /** What is drawn until the whole is there. */
  private part: (Grown & { live: boolean }) | undefined;
  /** Newest event that the lab has told of. */
  private newest = 0;
  private hear: (() => void) | undefined;
  private stop: (() => void) | undefined;
  private around: number | undefined;
  private reading = false;
  /** The page that was asked for while the one before was being taken in. */
  private ahead: { from: number; answer: Promise<Page | undefined> } | undefined;

  /** @param components whether the way of packets inside the processes is wanted */
  constructor(host: WindowHost, components: boolean) {
    this.host = host;
    this.components = components;
    this.whole = this.fresh();
  }

  private grown(): void {
    this.version += 1;
    this.hear?.();
  }

  /** What is to be drawn. */
  get fold(): DiagramFold {
    return (this.part ?? this.whole).fold;
  }

  /** Share of the run that has been read, 0 to 1; undefined: all that there is. */
  get progress(): number | undefined {
    return this.part && this.whole.last / Math.max(1, this.newest);
  }

  /**
   * Reads from now on.
   * @param hear hears when `version` has grown
   * @param around event that somebody looks at; default: the newest
   */
  begin(hear: () => void, around: number | undefined): void {
    this.end();
    this.hear = hear;
    this.around = around;
    this.stop = labStore.subscribe((state, before) => {
      if (state.plan !== before.plan) this.restart();
      else if (state.revision !== before.revision) this.follow();
    });
    // Another run may have been opened since it was shown the last time.
    if (this.plan === labStore.getState().plan) void this.read();
    else this.restart();
  }

  /** What has been read stays, for the next time. */
  end(): void {
    this.stop?.();
    this.hear = this.part = this.ahead = undefined;
  }

  private fresh(): Grown {
    const processes = this.plan?.processes.map(({ name }) => name) ?? [];
    return { fold: new DiagramFold(processes, this.components), last: 0 };
  }

  private restart(): void {
    this.plan = labStore.getState().plan;
    this.whole = this.fresh();
    this.part = this.ahead = this.around = undefined;
    this.newest = 0;
    this.grown();
    void this.read();
  }

  private follow(): void {
    // The part that is shown meanwhile follows the run as well.
    if (this.part?.live && this.fromLog(this.part)) this.grown();
    void this.read();
  }

  private async read(): Promise<void> {
    if (this.reading) return;
    this.reading = true;
    try {
      while (this.hear && (await this.readSome()));
    } catch {
      // Another topology was opened meanwhile, or the connection has ended.
    } finally {
      this.reading = false;
    }
  }

  /** False when all that there is has been read. */
  private async readSome(): Promise<boolean> {
    const { whole } = this;
    const newest = log.all().at(-1)?.seq ?? 0;
    if (newest <= whole.last && !this.part) return false;
    if (this.fromLog(whole)) {
      this.complete();
      return true;
    }
    this.newest = Math.max(newest, this.newest, labStore.getState().clock?.seq ?? 0);
    if (!this.part && this.newest - whole.last > FAR_BEHIND) await this.readPart();
    const page = await this.page(whole.last + 1);
    // Begun anew while the lab was asked.
    if (whole !== this.whole) return true;
    if (!page) return false;
    take(whole, page);
    this.newest = page.last;
    if (page.to >= page.last) this.complete();
    else this.grown();
    return true;
  }

  private complete(): void {
    this.part = undefined;
    this.grown();
  }

  /** What somebody looks at, at once. */
  private async readPart(): Promise<void> {
    const { around, whole } = this;
    const to = around === undefined ? {} : { to: around + AT_ONCE / 2 };
    const wanted = { ...to, limit: AT_ONCE, components: this.components };
    const page = await this.host.call('trace.diagram', wanted);
    if (whole !== this.whole || !this.hear) return;
    const part = { ...this.fresh(), live: page.to === page.last };
    for (const link of page.links ?? []) part.fold.knows(link);
    take(part, page);
    this.part = part;
    this.grown();
  }

  /** Takes in all that is new out of the window's own log; false: it does not have it, or there is too much of it. */
  private fromLog(grown: Grown): boolean {
    const kept = log.all();
    // It has none of the packets inside processes.
    if (this.components || (kept[0]?.seq ?? Infinity) > grown.last + 1) return false;
    const events = since(kept, grown.last);
    if (events.length === 0 || events.length > FROM_LOG) return false;
    for (const event of events) grown.fold.take(event);
    grown.last = events.at(-1)?.seq ?? grown.last;
    return true;
  }

  /** One page; the next one is asked for before this one is taken in. */
  private async page(from: number): Promise<Page | undefined> {
    const answer = this.ahead?.from === from ? this.ahead.answer : this.ask(from);
    const page = await answer;
    const more = page && page.to < page.last;
    this.ahead = more ? { from: page.to + 1, answer: this.ask(page.to + 1) } : undefined;
    return page;
  }

  /** Undefined: there is no answer any more. */
  private ask(from: number): Promise<Page | undefined> {
    return this.host.call('trace.diagram', { from, components: this.components }).catch(() => undefined);
  }
}

const kept = new Map<boolean, DiagramSource>();
let keptFor: WindowHost | undefined;

/** The one source of each kind: what it has read is still there when the diagram is shown again. */
export function diagramSource(host: WindowHost, components: boolean): DiagramSource {
  if (keptFor !== host) kept.clear();
  keptFor = host;
  const source = kept.get(components) ?? new DiagramSource(host, components);
  kept.set(components, source);
  return source;
}

function take(grown: Grown, page: Page): void {
  for (const event of diagramEvents(page.columns)) grown.fold.take(event);
  grown.last = Math.max(grown.last, page.to);
}

function since(events: readonly TraceEvent[], last: number): readonly TraceEvent[] {
  let first = events.length;
  while (first > 0 && (events[first - 1]?.seq ?? 0) > last) first -= 1;
  return events.slice(first);
}
