import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_LIMITS, parseSize, readTrafficLimits } from '#core/shared/config/traffic-throttling.js';

describe('traffic throttling', () => {
  it('is read item by item, with suffixes of 1024', () => {
    expect(readTrafficLimits('xmpp:250k:0:disc,bin:1024m:7:disc')).toEqual({
      limits: {
        packetsPerMinute: 256_000,
        packetsTotal: 0,
        bytesPerMinute: 1_073_741_824,
        bytesTotal: 7,
        action: 'disc',
      },
      echo: [
        { name: 'last_minute_packets_limit', value: 256_000 },
        { name: 'total_packets_limit', value: 0 },
        { name: 'last_minute_bin_limit', value: 1_073_741_824 },
        { name: 'total_bin_limit', value: 7 },
      ],
    });
  });

  it('takes kinds and actions in any case, and the action of xmpp alone', () => {
    expect(readTrafficLimits('XMPP:1:2:DROP,Bin:3:4:disc').limits.action).toBe('drop');
    expect(readTrafficLimits('xmpp:1:2:disc,bin:3:4:drop').limits.action).toBe('disc');
  });

  it.each([
    ['xmpp', { item: 'xmpp', index: 1 }],
    ['xmpp:5', { item: 'xmpp:5', index: 2 }],
    ['bin:5:6:disc, xmpp:7:8', { item: 'xmpp:7:8', index: 3 }],
  ])('stops at a missing field: %s', (text, broken) => {
    expect(readTrafficLimits(text).broken).toEqual(broken);
  });

  it('keeps what was read before the missing field, and nothing behind it', () => {
    const { limits } = readTrafficLimits('xmpp:9:0,bin:1:1:disc');
    expect(limits).toEqual({ ...FIELD_LIMITS, packetsPerMinute: 9 });
  });

  it('lets a field keep its value when there is no number, and does not know other kinds', () => {
    expect(readTrafficLimits('xmpp:many::disc,smtp:1:1:drop').limits).toEqual(FIELD_LIMITS);
  });

  it('never throws, and gives whole numbers', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { limits } = readTrafficLimits(text);
        expect(Number.isSafeInteger(limits.packetsPerMinute)).toBe(true);
      }),
    );
  });
});

describe('parseSize', () => {
  it.each([
    ['2500', 2500],
    [' 2K ', 2048],
    ['1g', 1_073_741_824],
    ['-1', -1],
  ])('%s is %d', (text, value) => expect(parseSize(text)).toBe(value));

  it.each(['', 'k', '1.5k', '1kb', '0x10', '99999999999999999'])('"%s" is no number', (text) =>
    expect(parseSize(text)).toBeUndefined(),
  );
});
