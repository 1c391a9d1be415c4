import { describe, expect, it } from 'vitest';
import type { PlannedLink } from '#core/shared/config/preview/planned-links.js';
import { labelPlace } from '#renderer/flow/label-place.js';
import { curveBetween, type Box } from '#renderer/flow/line-curve.js';
import { lineChange } from '#renderer/flow/line-change.js';

const SIZE = { width: 70, height: 18 };

function card(x: number, y: number): Box {
  return { x, y, width: 100, height: 100 };
}

describe('the label of a planned line', () => {
  const ends = [card(0, 0), card(1000, 0)] as const;
  const curve = curveBetween(ends[0], ends[1], 0);

  it('stands nearer to who dials', () => {
    expect(labelPlace(curve, SIZE, ends)).toEqual({ x: 460, y: 50 });
  });

  it('goes where no card covers it', () => {
    const { x } = labelPlace(curve, SIZE, [...ends, card(400, 0)]);
    expect(x).toBeGreaterThan(500 + SIZE.width / 2);
  });

  it('stands where it would when there is no such place', () => {
    const wall = { x: 0, y: 0, width: 1100, height: 100 };
    expect(labelPlace(curve, SIZE, [wall])).toEqual({ x: 460, y: 50 });
  });
});

describe('what would become of a line', () => {
  const link: PlannedLink = {
    id: 'muc1>server1:5270',
    service: 'ext',
    from: 'muc1',
    to: 'server1',
    host: 'vm-1',
    port: 5270,
    connections: 1,
    listening: true,
  };
  const line = { from: 'muc1', to: 'server1', port: 5270, service: 'ext' };

  it('is known by its two ends and its port', () => {
    expect(lineChange({ removed: [link], changed: [] }, line)?.change).toBe('removed');
    expect(lineChange({ removed: [], changed: [link] }, line)).toEqual({ change: 'changed', link });
    for (const other of [{ from: 'muc2' }, { to: 'server2' }, { port: 5277 }])
      expect(lineChange({ removed: [link], changed: [link] }, { ...line, ...other })).toBeUndefined();
  });

  it('is known by its service where only somebody dials, and by the name that is dialled where nobody is', () => {
    const { to: _, ...nowhere } = { ...link, host: 'gone' };
    const dialled = { ...line, to: 'gone', port: undefined };
    expect(lineChange({ removed: [nowhere], changed: [] }, dialled)?.link).toEqual(nowhere);
    expect(
      lineChange({ removed: [nowhere], changed: [] }, { ...dialled, service: 'cl-comp' }),
    ).toBeUndefined();
  });
});
