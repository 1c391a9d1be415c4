/** Keeps a diagram up to date as long as it is shown: what is older than the window's own log is asked of the host. */
import { COMPONENT_KINDS, DIAGRAM_KINDS, DiagramFold } from '#core/shared/trace/diagram/diagram-fold.js';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';
import type { WindowHost } from '#renderer/host/lab-host.js';
import { labStore, log } from '#renderer/store/lab-store.js';

/** Events asked for at a time. */
const PAGE = 10_000;

export class DiagramSource {
  fold: DiagramFold;
  private readonly host: WindowHost;
  private readonly components: boolean;
  private readonly grown: () => void;
  /** Newest event that is in the diagram. */
  private last = 0;
  private reading = false;
  private over = false;
  private readonly stop: () => void;

  /**
   * @param components whether the way of packets inside the processes is wanted
   * @param grown hears that there is more to draw, or that all is new
   */
  constructor(host: WindowHost, components: boolean, grown: () => void) {
    this.host = host;
    this.components = components;
    this.grown = grown;
    this.fold = freshFold(this.components);
    this.stop = labStore.subscribe((state, before) => {
      if (state.plan !== before.plan) this.restart();
      else if (state.revision !== before.revision) void this.read();
    });
    void this.read();
  }

  end(): void {
    this.over = true;
    this.stop();
  }

  private restart(): void {
    this.fold = freshFold(this.components);
    this.last = 0;
    this.grown();
    void this.read();
  }

  private async read(): Promise<void> {
    if (this.reading) return;
    this.reading = true;
    try {
      while (!this.over && (await this.readSome()));
    } catch {
      // Another topology was opened meanwhile, or the connection has ended.
    } finally {
      this.reading = false;
    }
  }

  /** False when all that there is has been read. */
  private async readSome(): Promise<boolean> {
    const kept = log.all();
    const newest = kept.at(-1)?.seq ?? 0;
    if (newest <= this.last) return false;
    const { fold } = this;
    // The window's log has none of the packets inside processes.
    const isKept = !this.components && (kept[0]?.seq ?? 1) <= this.last + 1;
    const events = isKept ? since(kept, this.last) : await this.page();
    // Begun anew while the host was asked.
    if (fold !== this.fold) return true;
    for (const event of events) fold.take(event);
    this.last = isKept ? newest : Math.max(this.last + 1, events.at(-1)?.seq ?? newest);
    this.grown();
    return true;
  }

  private async page(): Promise<readonly TraceEvent[]> {
    const filter = { kinds: [...(this.components ? COMPONENT_KINDS : DIAGRAM_KINDS)] };
    const { events } = await this.host.call('trace.query', { from: this.last + 1, filter, limit: PAGE });
    return events;
  }
}

function freshFold(components: boolean): DiagramFold {
  return new DiagramFold(labStore.getState().plan?.processes.map(({ name }) => name) ?? [], components);
}

function since(events: readonly TraceEvent[], last: number): readonly TraceEvent[] {
  let first = events.length;
  while (first > 0 && (events[first - 1]?.seq ?? 0) > last) first -= 1;
  return events.slice(first);
}
