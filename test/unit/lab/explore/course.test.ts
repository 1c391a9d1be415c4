import { describe, expect, it } from 'vitest';
import { Course } from '#core/lab/explore/course.js';
import type { Releasable } from '#core/net/ready-list.js';
import type { Choice } from '#core/shared/explore/choice.js';

/** The line from `node` to `x`, always with something to send. */
function line(node: string): Releasable {
  return {
    id: `f-${node}`,
    release: (done) => done(),
    describe: () => [
      { id: 'f1', kind: 'frame', deliverable: true, node, link: `${node}>x:1#7`, direction: 'ab', text: '' },
    ],
  };
}

/** Nodes in the order in which they go, each line ready all the time. */
function order(choices: readonly Choice[], nodes: string, count: number): string {
  const lines = [...nodes].map(line);
  const course = new Course(choices);
  const gone = Array.from({ length: count }, () =>
    course.pick(lines.length, (index) => lines[index] as Releasable),
  );
  return gone.map((index) => nodes[index]).join('');
}

const later = (node: string, nth: number, by: number): Choice => ({
  later: { line: `${node}>x:1 ab`, nth, by },
});

describe('the usual course', () => {
  it('lets go first what has waited longest', () => {
    expect(order([], 'abc', 7)).toBe('abcabca');
  });

  it('lets a timer that is due go before everything', () => {
    const timer = { id: 1, node: 'a', due: 0, label: '', cause: 0, run: () => undefined, cancelled: false };
    const course = new Course([]);
    expect(course.pick(2, (index) => (index === 0 ? line('a') : timer))).toBe(1);
  });

  it('lets what is to go later be overtaken so often, and no more', () => {
    expect(order([later('a', 1, 1)], 'abc', 5)).toBe('bacba');
    expect(order([later('a', 1, 3)], 'abc', 5)).toBe('bcbac');
    expect(order([later('b', 2, 2)], 'abc', 8)).toBe('abcacabc');
  });

  it('does not wait for others when there are none', () => {
    expect(order([later('a', 1, 50)], 'a', 3)).toBe('aaa');
  });

  it('ignores a choice whose moment never comes', () => {
    expect(order([later('z', 1, 5), later('a', 99, 5)], 'abc', 6)).toBe('abcabc');
  });

  it('says when the moment of a fault has come, once', () => {
    const fault: Choice = { fault: { kind: 'crash', target: 'x' }, after: { line: 'a>x:1 ab', nth: 2 } };
    const course = new Course([fault]);
    const a = line('a');
    const due = [1, 2, 3].map(() => {
      course.pick(1, () => a);
      return course.takeDue().length;
    });
    expect(due).toEqual([0, 1, 0]);
  });
});
