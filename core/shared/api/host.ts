import type { CommandArgs, CommandName, TraceFilter } from './commands.js';
import type { CommandResult, HostEvents } from './results.js';

/** The laboratory as every way in sees it: a window, the command line, a scenario, a test. */
export interface Host {
  /** Checks `args` and carries the command out; rejects with a `HostError`. */
  call<Name extends CommandName>(command: Name, args: CommandArgs<Name>): Promise<CommandResult<Name>>;
  /** Hears every event until the returned function is called. */
  on<Name extends keyof HostEvents>(event: Name, hear: (data: HostEvents[Name]) => void): () => void;
  /**
   * A viewer of its own: the trace from event `from` on, in batches, until the returned function is called. The
   * commands `trace.subscribe` and `trace.unsubscribe` are this for whoever has one connection only.
   * @param ready asked before each batch: a viewer that cannot take one now gets it later
   */
  feed(
    from: number,
    filter: TraceFilter | undefined,
    hear: (batch: HostEvents['trace.batch']) => void,
    ready?: () => boolean,
  ): () => void;
  close(): Promise<void>;
}
