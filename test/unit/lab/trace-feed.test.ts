import { describe, expect, it } from 'vitest';
import { traceFeed } from '#core/lab/trace-feed.js';
import { TraceLog } from '#core/lab/trace-log.js';

describe('the feed of a viewer', () => {
  it('waits for one that is slow, who misses nothing', () => {
    const trace = new TraceLog({ now: () => 0, spill: () => '' });
    const record = (count: number): void => {
      for (let left = count; left > 0; left -= 1) trace.record('lab.ready', '', []);
    };
    const heard: number[] = [];
    let room = 1;
    const feed = traceFeed(
      () => trace,
      1,
      undefined,
      ({ from, to, events }) => {
        room -= 1;
        expect([events[0]?.seq, events.at(-1)?.seq]).toEqual([from, to]);
        for (const { seq } of events) heard.push(seq);
      },
      () => room > 0,
    );
    record(12_000);
    feed.flush();
    expect(heard.length).toBe(5000);
    record(500);
    feed.flush();
    expect(heard.length).toBe(5000);
    room = 10;
    feed.flush();
    feed.stop();
    expect(heard).toEqual(Array.from({ length: 12_500 }, (_, index) => index + 1));
  });
});
