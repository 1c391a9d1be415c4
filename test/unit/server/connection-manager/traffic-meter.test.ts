import { describe, expect, it } from 'vitest';
import { TrafficMeter } from '#core/server/connection-manager/traffic-meter.js';
import { FIELD_LIMITS, type TrafficLimits } from '#core/shared/config/traffic-throttling.js';

const OLD = { sentCounts: true, atLimit: true };
const NEW = { sentCounts: false, atLimit: false };

function meter(limits: Partial<TrafficLimits>, rule = OLD): TrafficMeter {
  return new TrafficMeter({ ...FIELD_LIMITS, ...limits }, rule);
}

/** Reads packets of ten bytes each until one of them is too much; gives its number. */
function packetsUntilHit(subject: TrafficMeter, minute = 0): number {
  for (let count = 1; count <= 10_000; count += 1) {
    subject.bytesReceived(10, minute);
    subject.packetReceived();
    if (subject.verdict !== 'pass') return count;
  }
  return Infinity;
}

describe('a traffic meter', () => {
  it('is full at the limit in 5.2, and one later in 7.1', () => {
    expect(packetsUntilHit(meter({ packetsPerMinute: 30 }))).toBe(30);
    expect(packetsUntilHit(meter({ packetsPerMinute: 30 }, NEW))).toBe(31);
  });

  it('begins at zero with each minute, but not for the lifetime', () => {
    const minutes = meter({ packetsPerMinute: 30 });
    for (let minute = 0; minute < 5; minute += 1) expect(packetsUntilHit(minutes, minute)).toBe(30);
    const life = meter({ packetsPerMinute: 0, packetsTotal: 5 });
    life.bytesReceived(1, 0);
    for (let count = 0; count < 4; count += 1) life.packetReceived();
    life.bytesReceived(1, 9);
    expect(life.verdict).toBe('pass');
    life.packetReceived();
    expect(life.verdict).toBe('packets');
  });

  it('counts what was sent in 5.2 only, each direction for itself', () => {
    const both = meter({ packetsPerMinute: 3 });
    both.packetSent();
    both.packetSent();
    both.packetReceived();
    expect(both.verdict).toBe('pass');
    both.packetSent();
    expect(both.verdict).toBe('packets');
    const received = meter({ packetsPerMinute: 3 }, NEW);
    for (let count = 0; count < 10; count += 1) received.packetSent();
    expect(received.verdict).toBe('pass');
  });

  it('counts bytes in both directions, and says how many', () => {
    const subject = meter({ packetsPerMinute: 0, bytesPerMinute: 100 });
    subject.bytesReceived(99, 0);
    subject.bytesSent(60, 0);
    expect(subject.verdict).toBe('pass');
    subject.bytesSent(40, 0);
    expect([subject.verdict, subject.bytesThisMinute]).toEqual(['bytes', '99/100']);
  });

  it('has no limit with 0 or less', () => {
    const none = { packetsPerMinute: 0, packetsTotal: -1, bytesPerMinute: 0, bytesTotal: 0 };
    expect(packetsUntilHit(meter(none))).toBe(Infinity);
  });
});
