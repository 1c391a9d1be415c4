/**
 * What every connection manager does with its connections, whatever they carry (tigase.server.ConnectionManager): it
 * counts their traffic and ends those that carry too much (§2.4).
 */
import type { Connection } from '#core/net/connection.js';
import type { Micros } from '#core/shared/injected/clock.js';
import type { TrafficLimits } from '#core/shared/config/traffic-throttling.js';
import { ownValue } from '#core/shared/config/own-value.js';
import { CLUSTER_LIMITS, TIGASE_LIMITS, withElementLimit, type XmlLimits } from '#core/xml/limits.js';
import type { ServerContext } from '../server-context.js';
import { managerKind, type ManagerRole } from './manager-kind.js';
import { SupervisedConnection } from './supervised-connection.js';
import { configuredLimits, hitLevel, MANAGER_LOGGER } from './traffic-limits.js';
import type { CountingRule } from './traffic-meter.js';

const MINUTE: Micros = 60_000_000;

export class ConnectionSupervisor {
  readonly server: ServerContext;
  readonly name: string;
  readonly role: ManagerRole;
  /** What a stanza on these connections may cost. */
  readonly xmlLimits: XmlLimits;
  readonly traffic: TrafficLimits;
  readonly counting: CountingRule;
  private readonly started: Micros;

  /** Made when the component is configured: its WARNING lines about limits come now. */
  constructor(server: ServerContext, name: string, role: ManagerRole) {
    this.server = server;
    this.name = name;
    this.role = role;
    this.started = server.clock.now();
    this.xmlLimits = xmlLimitsOf(server, role);
    this.traffic = configuredLimits(server, name, role);
    const old = server.profile === '5.2';
    this.counting = { sentCounts: old, atLimit: old };
  }

  /**
   * Takes a connection into the books.
   * @param forceStop ends the connection as a closed one of this component's own would end
   */
  supervise(connection: Connection, forceStop: () => void): SupervisedConnection {
    return new SupervisedConnection(this, connection, forceStop);
  }

  /** Number of the component's minute that runs now. */
  get minute(): number {
    return Math.floor((this.server.clock.now() - this.started) / MINUTE);
  }

  /** `text` is built only when the line is kept. */
  logPacketHit(text: () => string): void {
    const level = hitLevel(this.role);
    const { log } = this.server;
    if (log.keeps(level, MANAGER_LOGGER)) log.write(level, MANAGER_LOGGER, `[[${this.name}]] ${text()}`);
  }

  logByteHit(text: string): void {
    this.server.log.write('FINE', MANAGER_LOGGER, `[[${this.name}]] ${text}`);
  }
}

/** §2.1 `--elements-number-limit`, and the input limits of the two kinds of managers. */
function xmlLimitsOf(server: ServerContext, role: ManagerRole): XmlLimits {
  const limits = managerKind(role) === 'client' ? TIGASE_LIMITS : CLUSTER_LIMITS;
  const wanted = Number(ownValue(server.plan.properties, '--elements-number-limit'));
  if (wanted > 0) return withElementLimit(limits, wanted);
  return role === 'cl-comp' ? limits : withElementLimit(limits, TIGASE_LIMITS.maxElements);
}
