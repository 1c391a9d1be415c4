import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LabClock } from '#core/lab/clock.js';

function stepped(): { clock: LabClock; fired: string[] } {
  const fired: string[] = [];
  const clock: LabClock = new LabClock(
    () => 0,
    (timer) => {
      fired.push(`${timer.label}@${clock.now() / 1000}`);
      timer.run();
    },
    () => {
      clock.catchUp();
      if ((clock.next()?.due ?? Infinity) <= clock.now()) clock.fireNext();
      else clock.schedule();
    },
  );
  return { clock, fired };
}

describe('the lab clock', () => {
  it('fires at each timer’s own time, in the order of arming where they are equal', () => {
    const { clock, fired } = stepped();
    const node = clock.forNode('n');
    node.after(50, 'late', () => undefined);
    node.after(10, 'first', () => node.after(5, 'nested', () => undefined));
    node.after(10, 'second', () => undefined);
    for (let count = 0; count < 4; count += 1) clock.fireNext();
    expect(fired).toEqual(['first@10', 'second@10', 'nested@15', 'late@50']);
  });

  it('forgets what was cancelled, one by one or with its node', () => {
    const { clock, fired } = stepped();
    clock.forNode('a').after(1, 'a1', () => undefined);
    const timer = clock.forNode('b').after(2, 'b1', () => undefined);
    clock.forNode('b').after(3, 'b2', () => undefined);
    timer.cancel();
    clock.cancelNode('a');
    expect(clock.timers().map(({ label }) => label)).toEqual(['b2']);
    clock.fireNext();
    clock.fireNext();
    expect(fired).toEqual(['b2@3']);
  });

  it('fires any set of timers in the order of due time, then of arming', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 60 }), (delays) => {
        const { clock, fired } = stepped();
        delays.forEach((delay, index) => clock.forNode('').after(delay, String(index), () => undefined));
        delays.forEach(() => clock.fireNext());
        const expected = delays
          .map((delay, index) => ({ delay, index }))
          .toSorted((left, right) => left.delay - right.delay || left.index - right.index);
        expect(fired).toEqual(expected.map(({ delay, index }) => `${index}@${delay}`));
      }),
    );
  });

  it('runs with real time when it is told to, and stands still when frozen', async () => {
    const { clock, fired } = stepped();
    clock.forNode('').after(2000, 'tick', () => undefined);
    clock.run(1000);
    await expect.poll(() => fired.length).toBe(1);
    expect(fired).toEqual(['tick@2000']);
    clock.freeze();
    const then = clock.now();
    expect(then).toBeGreaterThanOrEqual(2_000_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(clock.now()).toBe(then);
  });
});
