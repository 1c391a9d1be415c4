import { describe, expect, it } from 'vitest';
import type { DiagramItem } from '#core/shared/trace/diagram/diagram.js';
import { layOut, type DiagramLayout } from '#core/shared/trace/diagram/diagram-layout.js';
import { CROWD, itemsInView } from '#core/shared/trace/diagram/items-in-view.js';

/** Notes at lab times in ms. */
function timed(times: readonly number[], msHeight = 1): DiagramLayout {
  const items = times.map((time, index): DiagramItem => ({
    kind: 'note',
    seq: index + 1,
    time,
    at: 'a',
    text: '',
    sort: 'link',
  }));
  return layOut({ lifelines: [{ name: 'a', kind: 'process' }], items }, 'space-time', { msHeight });
}

describe('the items of a view', () => {
  it('are all of them as long as they are not too many', () => {
    const layout = timed(Array.from({ length: 4000 }, (_, index) => index));
    const [top, bottom] = [layout.y(700), layout.y(1900)];
    expect([...itemsInView(layout, top, bottom)]).toEqual(Array.from({ length: 1200 }, (_, n) => 700 + n));
  });

  it('are some of each line of pixels when they lie on one another, the same wherever the view stands', () => {
    const layout = timed(Array.from({ length: 100_000 }, (_, index) => index / 20));
    const drawn = [...itemsInView(layout, 1000, 1600)];
    expect(drawn.length).toBeGreaterThan(1000);
    expect(drawn.length).toBeLessThan(CROWD);
    const lower = new Set(itemsInView(layout, 1100, 1700));
    for (const index of drawn) {
      const y = layout.y(index);
      expect(y >= 1000 && y < 1600).toBe(true);
      if (y >= 1100) expect(lower.has(index)).toBe(true);
    }
  });

  it('are few also of a run that fits on one page', () => {
    const layout = timed(
      Array.from({ length: 100_000 }, (_, index) => index),
      0.005,
    );
    expect([...itemsInView(layout, 0, 600)].length).toBeLessThan(CROWD);
  });
});
