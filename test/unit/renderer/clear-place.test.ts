import { describe, expect, it } from 'vitest';
import { clearPlace } from '#renderer/flow/clear-place.js';
import { CARD_WIDTH, GUESSED_HEIGHT } from '#renderer/flow/layout.js';

const SIZE = { width: CARD_WIDTH.process, height: GUESSED_HEIGHT };

describe('a place for one more card', () => {
  it('is the wanted one when nothing is there', () => {
    expect(clearPlace({ x: 5, y: 6 }, [{ x: 5, y: 106 + GUESSED_HEIGHT, ...SIZE }])).toEqual({ x: 5, y: 6 });
  });

  it('is beside a card that is there, on the nearer side', () => {
    const { x, y } = clearPlace({ x: 10, y: 200 }, [{ x: 0, y: 0, ...SIZE }]);
    expect(x).toBe(10);
    expect(y).toBeGreaterThan(GUESSED_HEIGHT);
  });

  it('is not the one that only touches a card', () => {
    const [card] = [{ x: SIZE.width, y: 0, ...SIZE }];
    expect(clearPlace({ x: 0, y: 0 }, [card]).x).toBeLessThan(0);
  });

  it('covers none of several', () => {
    const taken = [0, 320, 640].flatMap((x) => [0, 240].map((y) => ({ x, y, ...SIZE })));
    const { x, y } = clearPlace({ x: 330, y: 100 }, taken);
    const covered = taken.filter(
      (card) => Math.abs(card.x - x) < SIZE.width && Math.abs(card.y - y) < SIZE.height,
    );
    expect(covered).toEqual([]);
  });
});
