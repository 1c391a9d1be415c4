import { describe, expect, it } from 'vitest';
import { Kernel } from '#core/lab/kernel.js';
import { TraceLog } from '#core/lab/trace-log.js';

function kernel(): { kernel: Kernel; done: string[]; counts: number[] } {
  const made = new Kernel(new TraceLog({ now: () => 0, spill: () => '' }));
  const counts: number[] = [];
  made.stopped = (delta) => void counts.push(delta);
  return { kernel: made, done: [], counts };
}

/** Posts a and b; a posts a1 and a2, which come behind b. */
function enter({ kernel: made, done }: ReturnType<typeof kernel>): void {
  const does = (name: string, more: readonly string[] = []): void =>
    made.post(
      'node',
      () => {
        done.push(name);
        more.forEach((next) => does(next));
      },
      name,
    );
  made.enter(
    0,
    'test',
    () => void (does('a', ['a1', 'a2']), does('b')),
    'node',
    () => done.push('after'),
  );
}

describe('a step that is stopped inside', () => {
  it('goes on task by task, and what comes after it waits for the last', () => {
    const parts = kernel();
    parts.kernel.stopInside(true);
    enter(parts);
    expect(parts.done).toEqual([]);
    expect(parts.kernel.waiting().map(({ label }) => label)).toEqual(['a', 'b']);
    parts.kernel.goOn('task');
    expect(parts.done).toEqual(['a']);
    expect(parts.counts).toEqual([1]);
    ['b', 'a1', 'a2'].forEach(() => parts.kernel.goOn('task'));
    expect(parts.done).toEqual(['a', 'b', 'a1', 'a2', 'after']);
    expect(parts.counts).toEqual([1, -1]);
    expect(parts.kernel.inside).toBe(false);
  });

  it('goes over one task with all that comes of it', () => {
    const parts = kernel();
    parts.kernel.stopInside(true);
    enter(parts);
    parts.kernel.goOn('task');
    parts.kernel.goOn('family');
    // b leads to nothing more.
    expect(parts.done).toEqual(['a', 'b']);
    const other = kernel();
    other.kernel.stopInside(true);
    enter(other);
    other.kernel.goOn('family');
    expect(other.done).toEqual(['a', 'b', 'a1', 'a2', 'after']);
  });

  it('is over before anything else enters, and happens in the same order as one that is not stopped', () => {
    const stopped = kernel();
    stopped.kernel.stopInside(true);
    enter(stopped);
    stopped.kernel.enter(0, 'later', () => void stopped.done.push('later'));
    const whole = kernel();
    enter(whole);
    whole.kernel.enter(0, 'later', () => void whole.done.push('later'));
    expect(stopped.done).toEqual(whole.done);
    expect(whole.counts).toEqual([]);
  });
});
