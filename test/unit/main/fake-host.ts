/** A host that remembers what it was told, and answers as it is told to. */
import type { CommandArgs, CommandName, TraceFilter } from '#core/shared/api/commands.js';
import type { FeedingHost } from '#core/shared/api/host-server.js';
import type { CommandResult, HostEvents } from '#core/shared/api/results.js';
import type { TraceEvent } from '#core/shared/trace/trace-event.js';

type Batch = HostEvents['trace.batch'];
type Hear = (data: never) => void;

interface Feed {
  from: number;
  filter: TraceFilter | undefined;
  hear: (batch: Batch) => void;
  ready: () => boolean;
}

export class FakeHost implements FeedingHost {
  readonly calls: [command: string, args: unknown][] = [];
  readonly feeds = new Set<Feed>();
  answer: (command: string, args: unknown) => unknown = () => ({ mode: 'live', time: 0, speed: 1, seq: 41 });
  private readonly listeners = new Map<string, Set<Hear>>();

  async call<Name extends CommandName>(command: Name, args: CommandArgs<Name>): Promise<CommandResult<Name>> {
    this.calls.push([command, args]);
    return (await this.answer(command, args)) as CommandResult<Name>;
  }

  on(event: string, hear: Hear): () => void {
    const listeners = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, listeners.add(hear));
    return () => void listeners.delete(hear);
  }

  feed(
    from: number,
    filter: TraceFilter | undefined,
    hear: (batch: Batch) => void,
    ready: () => boolean = () => true,
  ): () => void {
    const feed = { from, filter, hear, ready };
    this.feeds.add(feed);
    return () => void this.feeds.delete(feed);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  get listening(): number {
    return [...this.listeners.values()].reduce((sum, set) => sum + set.size, 0);
  }

  emit(event: string, data: unknown): void {
    for (const hear of this.listeners.get(event) ?? []) hear(data as never);
  }

  /** Something happens: every feed hears of it that can. */
  batch(from: number, to: number, text = ''): void {
    const event: TraceEvent = { seq: to, time: 0, node: 'a', cause: 0, kind: 'node.console', data: { text } };
    for (const { hear, ready } of this.feeds) if (ready()) hear({ from, to, events: [event] });
  }
}
