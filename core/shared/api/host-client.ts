/** The other side of `host-server.ts`: typed commands and events over any port. */
import type { CommandArgs, CommandName } from './commands.js';
import { HostError } from './host-error.js';
import type { Request } from './messages.js';
import type { CommandResult, HostEvents } from './results.js';

/** One end of a transport that carries whole texts. */
export interface HostPort {
  send(text: string): void;
  onMessage(hear: (text: string) => void): void;
  onClose(hear: () => void): void;
}

export type Answer<Name extends CommandName> =
  { ok: true; result: CommandResult<Name> } | { ok: false; error: HostError };

/** An answer as it comes, of whatever command. */
type Waiting = (message: {
  result?: unknown;
  error?: { code: string; params: Record<string, string | number> };
}) => void;

interface Message {
  id?: number;
  result?: unknown;
  error?: { code: string; params: Record<string, string | number> };
  event?: string;
  data?: unknown;
}

export class HostClient {
  private readonly port: HostPort;
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Map<string, Set<(data: unknown) => void>>();
  private last = 0;
  private closed = false;

  constructor(port: HostPort) {
    this.port = port;
    port.onMessage((text) => this.receive(JSON.parse(text) as Message));
    port.onClose(() => this.close());
  }

  /** Sends a command; `answered` is called exactly once, with `closed` when the connection ends before the answer. */
  call<Name extends CommandName>(
    command: Name,
    args: CommandArgs<Name>,
    answered: (answer: Answer<Name>) => void,
  ): void {
    if (this.closed) return answered({ ok: false, error: new HostError('closed') });
    this.last += 1;
    this.waiting.set(this.last, ({ result, error }) => {
      if (error) answered({ ok: false, error: new HostError(error.code, error.params) });
      else answered({ ok: true, result: result as CommandResult<Name> });
    });
    const request: Request = { id: this.last, command, args };
    this.port.send(JSON.stringify(request));
  }

  /** Hears an event until the returned function is called. */
  on<Name extends keyof HostEvents>(event: Name, hear: (data: HostEvents[Name]) => void): () => void {
    const listeners = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, listeners);
    const listener = (data: unknown): void => hear(data as HostEvents[Name]);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  private receive(message: Message): void {
    if (message.event !== undefined) {
      for (const hear of this.listeners.get(message.event) ?? []) hear(message.data);
    } else if (message.id !== undefined) {
      const waiting = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      waiting?.(message);
    }
  }

  private close(): void {
    this.closed = true;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const tell of waiting) tell({ error: { code: 'closed', params: {} } });
  }
}
