/**
 * Thread `Watchdog - COMPONENT` (§2.10): wakes up now and then, ends connections that have been idle for too long, and
 * writes something to those that have been idle for long, so that a dead one is found out.
 *
 * Its timer is armed only for a waking at which there may be something to do: an open connection costs nothing.
 */
import type { Clock, Micros, Timer } from '#core/shared/injected/clock.js';
import type { WatchdogSettings } from '#core/shared/config/watchdog.js';

const MILLISECOND: Micros = 1000;

export interface WatchedConnection {
  /** When bytes were last read or written, probes not counted. */
  readonly lastTransfer: Micros;
  /** Writes the probe; ends the connection when it cannot be written to. */
  probe(text: string): void;
  /** Idle for longer than this component allows. */
  inactive(): void;
}

export interface WatchdogParts {
  clock: Clock;
  /** Component name. */
  name: string;
  settings: WatchdogSettings;
  maxInactivityMs: number;
}

export class Watchdog {
  private readonly parts: WatchdogParts;
  private readonly started: Micros;
  private readonly connections = new Set<WatchedConnection>();
  private timer: Timer | undefined;
  private pings = 0;

  constructor(parts: WatchdogParts) {
    this.parts = parts;
    this.started = parts.clock.now();
  }

  add(connection: WatchedConnection): void {
    this.connections.add(connection);
    // Who is already there has been idle for longer: an armed timer comes early enough.
    if (!this.timer) this.arm();
  }

  remove(connection: WatchedConnection): void {
    if (!this.connections.delete(connection) || this.connections.size > 0) return;
    this.timer?.cancel();
    this.timer = undefined;
  }

  private arm(): void {
    const { clock, settings, maxInactivityMs, name } = this.parts;
    if (settings.delayMs <= 0 || this.connections.size === 0) return;
    const patience = Math.min(settings.timeoutMs, maxInactivityMs) * MILLISECOND;
    let due = Infinity;
    for (const { lastTransfer } of this.connections) due = Math.min(due, lastTransfer + patience);
    const delay = settings.delayMs * MILLISECOND;
    const now = clock.now();
    // The first waking that is neither in the past nor before anybody has been idle for long.
    const next = Math.max(
      Math.floor((now - this.started) / delay) + 1,
      Math.ceil((due - this.started) / delay),
    );
    const wait = (this.started + next * delay - now) / MILLISECOND;
    this.timer = clock.after(wait, `Watchdog - ${name}`, () => this.wake());
  }

  private wake(): void {
    this.timer = undefined;
    const { clock, settings, maxInactivityMs } = this.parts;
    for (const connection of [...this.connections]) {
      const idleMs = (clock.now() - connection.lastTransfer) / MILLISECOND;
      if (idleMs >= maxInactivityMs) connection.inactive();
      else if (idleMs >= settings.timeoutMs) connection.probe(this.probeText());
    }
    this.arm();
  }

  private probeText(): string {
    if (this.parts.settings.pingType === 'whitespace') return ' ';
    this.pings += 1;
    return `<iq type='get' id='tigase-ping-${this.pings}'><ping xmlns='urn:xmpp:ping'/></iq>`;
  }
}
