/**
 * What every connection manager does with its connections, whatever they carry (tigase.server.ConnectionManager): it
 * counts their traffic and ends those that carry too much (§2.4), and its watchdog looks after the idle ones (§2.10).
 */
import type { Connection } from '#core/net/connection.js';
import type { Micros } from '#core/shared/injected/clock.js';
import { maxInactivitySeconds, watchdogSettings } from '#core/shared/config/watchdog.js';
import type { TrafficLimits } from '#core/shared/config/traffic-throttling.js';
import { ownValue } from '#core/shared/config/own-value.js';
import { CLUSTER_LIMITS, TIGASE_LIMITS, withElementLimit, type XmlLimits } from '#core/xml/limits.js';
import type { ServerContext } from '../server-context.js';
import { managerKind, type ManagerRole } from './manager-kind.js';
import { SupervisedConnection } from './supervised-connection.js';
import { configuredLimits, hitLevel, MANAGER_LOGGER } from './traffic-limits.js';
import type { CountingRule } from './traffic-meter.js';
import { Watchdog } from './watchdog.js';

const MINUTE: Micros = 60_000_000;

const DAY_S = 24 * 60 * 60;

/** §2.10: after how many idle seconds a connection is ended. */
const MAX_INACTIVITY_S: Readonly<Record<ManagerRole, number>> = {
  c2s: DAY_S,
  ws2s: DAY_S,
  bosh: 600,
  s2s: 900,
  ext: 1000 * DAY_S,
  'ext-comp': 1000 * DAY_S,
  'cl-comp': 1000 * DAY_S,
};

export class ConnectionSupervisor {
  readonly server: ServerContext;
  readonly name: string;
  readonly role: ManagerRole;
  /** What a stanza on these connections may cost. */
  readonly xmlLimits: XmlLimits;
  readonly traffic: TrafficLimits;
  readonly counting: CountingRule;
  readonly watchdog: Watchdog;
  private readonly started: Micros;

  /** Made when the component is configured: its WARNING lines about limits come now. */
  constructor(server: ServerContext, name: string, role: ManagerRole) {
    this.server = server;
    this.name = name;
    this.role = role;
    this.started = server.clock.now();
    this.xmlLimits = xmlLimitsOf(server, role);
    this.traffic = configuredLimits(server, name, role);
    this.watchdog = this.makeWatchdog();
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

  /** Number of the component's minute at a lab time. */
  minuteOf(time: Micros): number {
    return Math.floor((time - this.started) / MINUTE);
  }

  /** `text` is built only when the line is kept. */
  logPacketHit(text: () => string): void {
    const level = hitLevel(this.role);
    const { log } = this.server;
    if (log.keeps(level, MANAGER_LOGGER)) log.write(level, MANAGER_LOGGER, `[[${this.name}]] ${text()}`);
  }

  logInactive(id: string): void {
    this.server.log.write('INFO', MANAGER_LOGGER, `Max inactive time exceeded, stopping: ${id}`);
  }

  logByteHit(text: string): void {
    this.server.log.write('FINE', MANAGER_LOGGER, `[[${this.name}]] ${text}`);
  }

  private makeWatchdog(): Watchdog {
    const { clock, log, plan } = this.server;
    const { name, role } = this;
    const settings = watchdogSettings(plan, name);
    if (settings.badPingType !== undefined) {
      const text = `Cluster Lab: watchdog_ping_type of ${name}: "${settings.badPingType}" is neither whitespace nor xmpp, Tigase fails with java.lang.IllegalArgumentException; whitespace holds here`;
      log.write('WARNING', MANAGER_LOGGER, text);
    }
    const seconds = maxInactivitySeconds(plan.settings, name) ?? MAX_INACTIVITY_S[role];
    return new Watchdog({ clock, name, settings, maxInactivityMs: seconds * 1000 });
  }
}

/** Elements that a `<route>` and its commands put around a stanza, at most. */
const WRAPPING = 16;

/** §2.1 `--elements-number-limit`, and the input limits of the two kinds of managers. */
function xmlLimitsOf(server: ServerContext, role: ManagerRole): XmlLimits {
  const limits = managerKind(role) === 'client' ? TIGASE_LIMITS : CLUSTER_LIMITS;
  const wanted = Number(ownValue(server.plan.properties, '--elements-number-limit'));
  // Whatever a client may write passes wrapped between the halves of a split server, or it could cut them apart.
  if (role === 'ext-comp') return wanted > 0 ? withElementLimit(limits, wanted + WRAPPING) : limits;
  if (wanted > 0) return withElementLimit(limits, wanted);
  return role === 'cl-comp' ? limits : withElementLimit(limits, TIGASE_LIMITS.maxElements);
}
