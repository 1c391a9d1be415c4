/**
 * One viewer of the laboratory, on any transport: texts in, texts out. Checks what comes, keeps answers and requests
 * together, and gives each viewer a trace subscription of its own. No text makes it throw.
 */
import { z } from 'zod';
import { renderText, type Language } from '../text/render.js';
import {
  COMMAND_SCHEMAS,
  isCommand,
  type CommandArgs,
  type CommandName,
  type TraceFilter,
} from './commands.js';
import { HostError } from './host-error.js';
import type { Host } from './host.js';
import type { ErrorMessage, EventMessage, Request, Response } from './messages.js';
import type { HostEvents } from './results.js';

/** A host that can feed the trace to several viewers at once. */
export interface FeedingHost extends Host {
  feed(
    from: number,
    filter: TraceFilter | undefined,
    hear: (batch: HostEvents['trace.batch']) => void,
    ready?: () => boolean,
  ): () => void;
}

/** Where a viewer is. */
export interface ViewerPort {
  send(text: string): void;
  /** Whether so much is still on its way that trace events had better wait. */
  congested(): boolean;
}

/** Requests of one viewer that may be on their way at once. */
export const MOST_REQUESTS = 1000;
/** What answers a message whose own id cannot be read. */
export const NO_ID = 0;

const requestSchema: z.ZodType<Request> = z
  .object({ id: z.int(), command: z.string(), args: z.unknown().optional() })
  .strict();

export class HostServer {
  private readonly host: FeedingHost;
  private readonly port: ViewerPort;
  private readonly lang: Language;
  private readonly silence: (() => void)[];
  private stopFeed: (() => void) | undefined;
  private waiting = 0;
  private closed = false;

  constructor(host: FeedingHost, port: ViewerPort, lang: Language = 'en') {
    this.host = host;
    this.port = port;
    this.lang = lang;
    this.silence = [
      host.on('clock.changed', (data) => this.event('clock.changed', data)),
      host.on('branch.changed', (data) => this.event('branch.changed', data)),
      host.on('session.progress', (data) => this.event('session.progress', data)),
      host.on('breakpoint.hit', (data) => this.event('breakpoint.hit', data)),
    ];
  }

  /** One message of the viewer, which gets exactly one answer. */
  receive(text: string): void {
    if (this.closed) return;
    const message = parseJson(text);
    const request = requestSchema.safeParse(message);
    if (message === undefined) this.refuse(NO_ID, new HostError('bad-json'));
    else if (!request.success)
      this.refuse(idOf(message), new HostError('bad-message', whatIsWrong(request.error)));
    else if (this.waiting >= MOST_REQUESTS) this.refuse(request.data.id, new HostError('too-many-requests'));
    else this.answer(request.data);
  }

  /** The viewer has gone: nothing is sent any more. */
  close(): void {
    this.closed = true;
    this.stopFeed?.();
    for (const stop of this.silence) stop();
  }

  private answer({ id, command, args = {} }: Request): void {
    this.waiting += 1;
    Promise.resolve()
      .then(() => this.run(command, args))
      .then((result) => this.post({ id, result: result ?? null }))
      .catch((error: unknown) => this.refuse(id, error))
      .finally(() => {
        this.waiting -= 1;
      });
  }

  private run(command: string, args: unknown): Promise<unknown> {
    if (!isCommand(command)) throw new HostError('unknown-command', { command });
    const checked = COMMAND_SCHEMAS[command].safeParse(args);
    if (!checked.success) throw new HostError('bad-arguments', { command, ...whatIsWrong(checked.error) });
    if (command === 'trace.subscribe') return this.subscribe(checked.data as CommandArgs<'trace.subscribe'>);
    if (command === 'trace.unsubscribe') return this.unsubscribe();
    return this.host.call(command, checked.data as CommandArgs<CommandName>);
  }

  /** The answer goes out before the first batch does. */
  private subscribe({ from, filter }: CommandArgs<'trace.subscribe'>): Promise<{ from: number }> {
    return this.host.call('clock.get', {}).then(({ seq }) => {
      const first = from ?? seq + 1;
      if (this.closed) return { from: first };
      // A filter that cannot be read is refused, and what was subscribed to before goes on.
      const stop = this.host.feed(
        first,
        filter,
        (batch) => this.event('trace.batch', batch),
        () => !this.port.congested(),
      );
      this.stopFeed?.();
      this.stopFeed = stop;
      return { from: first };
    });
  }

  private unsubscribe(): Promise<{ last: number }> {
    this.stopFeed?.();
    this.stopFeed = undefined;
    return this.host.call('clock.get', {}).then(({ seq }) => ({ last: seq }));
  }

  private event<Name extends keyof HostEvents>(event: Name, data: HostEvents[Name]): void {
    this.post({ event, data });
  }

  private refuse(id: number, error: unknown): void {
    this.post({ id, error: errorMessage(this.lang, error) });
  }

  private post(message: Response | EventMessage): void {
    if (!this.closed) this.port.send(JSON.stringify(message));
  }
}

/** What is said of an error; what is no `HostError` is a mistake of the laboratory's own. */
export function errorMessage(lang: Language, error: unknown): ErrorMessage {
  const { code, params } = error instanceof HostError ? error : new HostError('internal');
  return { code, params, text: renderText(lang, `host.${code}`, params) };
}

/** undefined: not JSON at all. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) ?? null;
  } catch {
    return undefined;
  }
}

function idOf(message: unknown): number {
  const parsed = z.object({ id: z.int() }).safeParse(message);
  return parsed.success ? parsed.data.id : NO_ID;
}

function whatIsWrong(error: z.ZodError): { place: string; reason: string } {
  const issue = error.issues[0];
  return { place: issue?.path.join('.') ?? '', reason: issue?.message ?? '' };
}
