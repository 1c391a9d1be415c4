/**
 * Counts what one connection carries, in fixed minutes of its component, and says when it is too much (§2.4). Asked once
 * per packet: a few additions and comparisons.
 */
import type { TrafficLimits } from '#core/shared/config/traffic-throttling.js';

export type TrafficVerdict = 'pass' | 'packets' | 'bytes';

/** How the two profiles count. */
export interface CountingRule {
  /** 5.2: packets received or packets sent, each for itself; 7.1: only received ones. */
  sentCounts: boolean;
  /** S12a: 5.2 acts at the packet that makes the limit full, 7.1 at the one behind it. */
  atLimit: boolean;
}

const NOTHING = { packetsIn: 0, packetsOut: 0, bytesIn: 0, bytesOut: 0 };

export class TrafficMeter {
  private readonly limits: TrafficLimits;
  private readonly rule: CountingRule;
  private readonly total = { ...NOTHING };
  private readonly lastMinute = { ...NOTHING };
  private minute = 0;

  constructor(limits: TrafficLimits, rule: CountingRule) {
    this.limits = limits;
    this.rule = rule;
  }

  /** @param minute number of the minute that runs now: a new one begins at zero */
  bytesReceived(bytes: number, minute: number): void {
    this.turn(minute);
    this.lastMinute.bytesIn += bytes;
    this.total.bytesIn += bytes;
  }

  bytesSent(bytes: number, minute: number): void {
    this.turn(minute);
    this.lastMinute.bytesOut += bytes;
    this.total.bytesOut += bytes;
  }

  packetReceived(): void {
    this.lastMinute.packetsIn += 1;
    this.total.packetsIn += 1;
  }

  packetSent(): void {
    this.lastMinute.packetsOut += 1;
    this.total.packetsOut += 1;
  }

  /** Looked at when a packet has been received, and only then: who only sends is never cut. */
  get verdict(): TrafficVerdict {
    const { limits, lastMinute, total } = this;
    if (this.packetsHit(lastMinute, limits.packetsPerMinute)) return 'packets';
    if (this.packetsHit(total, limits.packetsTotal)) return 'packets';
    if (bytesHit(lastMinute, limits.bytesPerMinute) || bytesHit(total, limits.bytesTotal)) return 'bytes';
    return 'pass';
  }

  /** Bytes received and sent in this minute, for the log. */
  get bytesThisMinute(): string {
    return `${this.lastMinute.bytesIn}/${this.lastMinute.bytesOut}`;
  }

  private packetsHit({ packetsIn, packetsOut }: typeof NOTHING, limit: number): boolean {
    if (limit <= 0) return false;
    const most = this.rule.atLimit ? limit : limit + 1;
    return packetsIn >= most || (this.rule.sentCounts && packetsOut >= most);
  }

  private turn(minute: number): void {
    if (minute === this.minute) return;
    this.minute = minute;
    Object.assign(this.lastMinute, NOTHING);
  }
}

function bytesHit({ bytesIn, bytesOut }: typeof NOTHING, limit: number): boolean {
  return limit > 0 && (bytesIn >= limit || bytesOut >= limit);
}
