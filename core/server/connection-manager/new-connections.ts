/**
 * tigase.net.ConnectionOpenThread, one a process: a port takes so many connections in a second; the system has accepted
 * those beyond, and they are closed without a byte (§2.4, behaviour S12c).
 */
import type { NodeLog } from '#core/component/node-log.js';
import type { Connection, ConnectionHandler } from '#core/net/connection.js';
import type { Clock, Micros } from '#core/shared/injected/clock.js';
import {
  readNewConnectionLimits,
  type NewConnectionLimits,
} from '#core/shared/config/new-connections-throttling.js';
import { socketId } from './socket-id.js';

const LOGGER = 'tigase.net.ConnectionOpenThread';
const SECOND: Micros = 1_000_000;

export interface NewConnectionsParts {
  clock: Clock;
  log: NodeLog;
  /** `--new-connections-throttling` */
  throttling: string | undefined;
}

export class NewConnections {
  private readonly clock: Clock;
  private readonly log: NodeLog;
  private readonly limits: NewConnectionLimits;
  private readonly started: Micros;
  /** By port: how many came in which second of the process. */
  private readonly arrived = new Map<number, { second: number; count: number }>();

  constructor({ clock, log, throttling }: NewConnectionsParts) {
    this.clock = clock;
    this.log = log;
    this.started = clock.now();
    this.limits = readNewConnectionLimits(throttling);
    for (const item of this.limits.bad) {
      const text =
        'Connections throttling configuration error, bad format, check the documentation for a correct syntax, port throttling config: ';
      log.write('WARNING', LOGGER, text + item);
    }
  }

  /** Takes a connection that has come in on `port`: hands it on, or closes it. */
  take(
    port: number,
    connection: Connection,
    accepted: (connection: Connection) => ConnectionHandler,
  ): ConnectionHandler {
    if (this.count(port) <= this.limits.of(port)) return accepted(connection);
    const closing = `New connections throttling level exceeded, closing: ${socketId(connection)}`;
    this.log.write('FINER', LOGGER, closing);
    const why = `Can't obtain socket channel from selection key, throttling activated = true, for port: ${port}`;
    this.log.write('WARNING', LOGGER, why);
    connection.close();
    return DEAF;
  }

  /** Connections of this second, this one included. */
  private count(port: number): number {
    const second = Math.floor((this.clock.now() - this.started) / SECOND);
    const before = this.arrived.get(port);
    const count = before?.second === second ? before.count + 1 : 1;
    this.arrived.set(port, { second, count });
    return count;
  }
}

const DEAF: ConnectionHandler = {
  frame: () => undefined,
  finished: () => undefined,
  lost: () => undefined,
};
