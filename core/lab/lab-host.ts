/** The host API's one implementation: every way in calls these commands. */
import { ACTING_COMMANDS } from '#core/shared/api/acting-commands.js';
import {
  COMMAND_SCHEMAS,
  isCommand,
  type CommandArgs,
  type CommandName,
  type TraceFilter,
} from '#core/shared/api/commands.js';
import type { Host } from '#core/shared/api/host.js';
import { HostError } from '#core/shared/api/host-error.js';
import type { CommandResult, HostEvents } from '#core/shared/api/results.js';
import { bookmarkCommands } from './commands/bookmark-commands.js';
import { branchCommands } from './commands/branch-commands.js';
import { clientCommands } from './commands/client-commands.js';
import { clockCommands, needPaused } from './commands/clock-commands.js';
import { compareCommands } from './commands/compare-commands.js';
import { componentCommands } from './commands/component-commands.js';
import { followCommands } from './commands/follow-commands.js';
import type { Handlers } from './commands/handlers.js';
import { linkCommands } from './commands/link-commands.js';
import { nodeCommands } from './commands/node-commands.js';
import { PAUSED_ONLY, pendingCommands } from './commands/pending-commands.js';
import { sessionCommands } from './commands/session-commands.js';
import { topologyCommands, type TopologyReader } from './commands/topology-commands.js';
import type { Carry } from './branches/time-travel.js';
import { topologyEditCommands } from './commands/topology-edit-commands.js';
import { traceCommands } from './commands/trace-commands.js';
import { trafficCommands } from './commands/traffic-commands.js';
import type { Lab } from './lab.js';
import { LabSession } from './lab-session.js';
import { SessionKeeping } from './session/session-keeping.js';
import type { SessionStorage } from './session/session-storage.js';
import { checkSizes } from './texts/check-sizes.js';
import { traceFeed } from './trace-feed.js';

/** What those who open a lab bring along. */
export interface LabDoors extends TopologyReader {
  /** Without it sessions have no files, and none is kept. */
  sessions?: SessionStorage;
  /** Version of the program, for session files. */
  version?: string;
}

export class LabHost implements Host {
  private readonly session = new LabSession();
  private readonly handlers: Handlers;
  private readonly feeds = new Set<{ flush(): void; stop(): void }>();
  private ownFeed: (() => void) | undefined;
  private closed = false;

  constructor(reader: LabDoors) {
    const { session } = this;
    const carry: Carry = (command, args) => void this.handler(command as CommandName)(args);
    const { sessions: storage, transport, onBug } = reader;
    if (storage?.sink) session.keeping = new SessionKeeping(session, storage.sink);
    session.labVersion = reader.version;
    this.handlers = {
      ...topologyCommands(session, reader),
      ...topologyEditCommands(session, reader),
      ...nodeCommands(session),
      ...componentCommands(session),
      ...linkCommands(session),
      ...clockCommands(session),
      ...pendingCommands(session),
      ...clientCommands(session),
      ...trafficCommands(session),
      ...compareCommands(session),
      ...followCommands(session),
      ...bookmarkCommands(session),
      ...branchCommands(session, carry),
      ...sessionCommands(session, {
        carry,
        storage,
        defaults: { ...(transport ? { transport } : {}), ...(onBug ? { onBug } : {}) },
      }),
      ...traceCommands(session, {
        start: ({ from, filter }) => {
          const first = from ?? session.lab.trace.length + 1;
          const stop = this.feed(first, filter, (batch) => session.bus.emit('trace.batch', batch));
          this.ownFeed?.();
          this.ownFeed = stop;
        },
        stop: () => {
          this.ownFeed?.();
          this.ownFeed = undefined;
        },
      }),
    };
  }

  /** The open lab, for the scenario runner and tests; undefined when none is. */
  get lab(): Lab | undefined {
    return this.session.openLab;
  }

  async call<Name extends CommandName>(command: Name, args: CommandArgs<Name>): Promise<CommandResult<Name>> {
    if (!isCommand(command)) throw new HostError('unknown-command', { command: String(command) });
    const checked = COMMAND_SCHEMAS[command].safeParse(args);
    if (!checked.success) {
      const issue = checked.error.issues[0];
      const place = issue?.path.join('.') ?? '';
      throw new HostError('bad-arguments', { command, place, reason: issue?.message ?? '' });
    }
    if (this.session.replaying && !isOpenToAll(command)) throw new HostError('replaying');
    // Before the journal keeps it.
    if ('files' in checked.data && checked.data.files) checkSizes(checked.data.files);
    const handler = this.handler(command);
    if (!ACTING_COMMANDS.has(command)) return await handler(checked.data);
    return await this.session.acting(
      command,
      checked.data,
      () => handler(checked.data),
      () => {
        if (PAUSED_ONLY.has(command)) needPaused(this.session);
      },
    );
  }

  private handler<Name extends CommandName>(
    command: Name,
  ): (args: unknown) => CommandResult<Name> | Promise<CommandResult<Name>> {
    return this.handlers[command] as (args: unknown) => CommandResult<Name> | Promise<CommandResult<Name>>;
  }

  on<Name extends keyof HostEvents>(event: Name, hear: (data: HostEvents[Name]) => void): () => void {
    return this.session.bus.on(event, hear);
  }

  feed(
    from: number,
    filter: TraceFilter | undefined,
    hear: (batch: HostEvents['trace.batch']) => void,
    ready?: () => boolean,
  ): () => void {
    if (this.closed) return () => undefined;
    const feed = traceFeed(() => this.session.openLab?.trace, from, filter, hear, ready);
    this.feeds.add(feed);
    return () => {
      feed.stop();
      this.feeds.delete(feed);
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const feed of this.feeds) {
      feed.flush();
      feed.stop();
    }
    this.feeds.clear();
    await this.session.close();
  }
}

/** Whether a command may come while a journal is played: it changes nothing, or puts an end to all of it. */
function isOpenToAll(command: CommandName): boolean {
  if (command === 'clock.get' || command === 'topology.open') return true;
  return (
    !ACTING_COMMANDS.has(command) &&
    !/^(clock|branch)\.|^session\.(save|open|recover)$|^pending\.deliver$|^topology\.save$/.test(command)
  );
}
