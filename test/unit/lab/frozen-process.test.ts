import { describe, expect, it } from 'vitest';
import { LabClock } from '#core/lab/clock.js';
import { Kernel } from '#core/lab/kernel.js';
import { TraceLog } from '#core/lab/trace-log.js';

function clock(): { clock: LabClock; fired: string[] } {
  const fired: string[] = [];
  const made = new LabClock(
    () => 0,
    (timer) => {
      fired.push(timer.label);
      timer.run();
    },
  );
  return { clock: made, fired };
}

describe('the timers of a frozen process', () => {
  it('do not fire, and do so in their order once it is thawed', () => {
    const { clock: lab, fired } = clock();
    ['b', 'a'].forEach((label, index) => lab.forNode('x').after(20 - index, label, () => undefined));
    lab.forNode('y').after(30, 'other', () => undefined);
    lab.freezeNode('x');
    lab.fireNext();
    expect(fired).toEqual(['other']);
    expect(lab.next()).toBeUndefined();
    expect(lab.timers()).toEqual([]);
    lab.thawNode('x');
    lab.fireNext();
    lab.fireNext();
    expect(fired).toEqual(['other', 'a', 'b']);
    expect(lab.now()).toBe(30_000);
  });

  it('can be called off while it is frozen, and go with the process', () => {
    const { clock: lab } = clock();
    const timer = lab.forNode('x').after(1, 'called off', () => undefined);
    lab.forNode('x').after(1, 'gone', () => undefined);
    lab.freezeNode('x');
    expect(lab.next()).toBeUndefined();
    timer.cancel();
    lab.cancelNode('x');
    lab.thawNode('x');
    expect(lab.next()).toBeUndefined();
  });

  it('survive a clearing up of those that were called off', () => {
    const { clock: lab } = clock();
    lab.forNode('x').after(1000, 'late', () => undefined);
    lab.freezeNode('x');
    for (let count = 0; count < 200; count += 1)
      lab
        .forNode('y')
        .after(10, 'dead', () => undefined)
        .cancel();
    lab.thawNode('x');
    expect(lab.next()?.label).toBe('late');
  });
});

describe('the code of a frozen process', () => {
  it('is entered when it is thawed, in order, and never when it was killed', () => {
    const kernel = new Kernel(new TraceLog({ now: () => 0, spill: () => '' }));
    const done: string[] = [];
    const enter = (text: string, node: string): void => kernel.enter(0, '', () => void done.push(text), node);
    kernel.freeze('x');
    enter('x1', 'x');
    enter('y', 'y');
    enter('x2', 'x');
    expect(done).toEqual(['y']);
    kernel.thaw('x');
    expect(done).toEqual(['y', 'x1', 'x2']);
    kernel.freeze('x');
    enter('never', 'x');
    kernel.dropNode('x');
    enter('anew', 'x');
    expect(done).toEqual(['y', 'x1', 'x2', 'anew']);
  });
});
