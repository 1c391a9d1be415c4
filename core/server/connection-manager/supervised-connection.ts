/** One connection in the books of its manager. */
import type { Connection } from '#core/net/connection.js';
import type { Micros } from '#core/shared/injected/clock.js';
import type { Element } from '#core/xml/element.js';
import type { ConnectionSupervisor } from './connection-supervisor.js';
import { socketId } from './socket-id.js';
import { TrafficMeter } from './traffic-meter.js';
import type { WatchedConnection } from './watchdog.js';

export class SupervisedConnection implements WatchedConnection {
  lastTransfer: Micros;
  private readonly supervisor: ConnectionSupervisor;
  private readonly connection: Connection;
  private readonly forceStop: () => void;
  private readonly meter: TrafficMeter;
  private over = false;

  constructor(supervisor: ConnectionSupervisor, connection: Connection, forceStop: () => void) {
    this.supervisor = supervisor;
    this.connection = connection;
    this.forceStop = forceStop;
    this.meter = new TrafficMeter(supervisor.traffic, supervisor.counting);
    this.lastTransfer = supervisor.server.clock.now();
    supervisor.watchdog.add(this);
  }

  /** Bytes have been read; false: the connection has been stopped, and they are for nobody. */
  received(bytes: number): boolean {
    this.meter.bytesReceived(bytes, this.transfer());
    return !this.over;
  }

  /** A packet has been read; false: it is dropped, or the connection with it. */
  admits(packet: Element): boolean {
    if (this.over) return false;
    this.meter.packetReceived();
    const { verdict } = this.meter;
    if (verdict === 'pass') return true;
    if (verdict === 'packets') this.packetsHit(packet);
    else this.bytesHit();
    return false;
  }

  /** Text has been written. Headers and footers are no packets. */
  sent(text: string): void {
    this.meter.bytesSent(Buffer.byteLength(text), this.transfer());
    if (!text.startsWith('<stream:stream') && !text.startsWith('</')) this.meter.packetSent();
  }

  /** The connection is over, for whatever reason. */
  stopped(): void {
    this.over = true;
    this.supervisor.watchdog.remove(this);
  }

  probe(text: string): void {
    if (!this.connection.writable) return this.stop();
    this.meter.bytesSent(text.length, this.supervisor.minuteOf(this.supervisor.server.clock.now()));
    this.connection.send(text);
  }

  inactive(): void {
    this.supervisor.logInactive(socketId(this.connection));
    this.stop();
  }

  /** Something has been read or written just now: gives the minute. */
  private transfer(): number {
    this.lastTransfer = this.supervisor.server.clock.now();
    return this.supervisor.minuteOf(this.lastTransfer);
  }

  private packetsHit(packet: Element): void {
    const stops = this.supervisor.traffic.action === 'disc';
    const what = stops ? 'stopping, packets dropped:' : 'dropping pakcets:';
    this.supervisor.logPacketHit(
      () => `XMPP Limits exceeded on connection ${socketId(this.connection)} ${what} [${packet.toString()}]`,
    );
    if (stops) this.stop();
  }

  private bytesHit(): void {
    const bytes = this.meter.bytesThisMinute;
    const text = `Binary Limits exceeded (${bytes}) on connection ${socketId(this.connection)} stopping, packets dropped`;
    this.supervisor.logByteHit(text);
    this.stop();
  }

  private stop(): void {
    this.stopped();
    this.forceStop();
  }
}
