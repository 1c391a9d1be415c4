import { expect, it } from 'vitest';
import { ComponentPool, type ComponentConnection } from '#core/server/ext/component-pool.js';

const connection = { takesEverything: false } as ComponentConnection;

it('remembers who was there once, and no more names than anybody has', () => {
  const pool = new ComponentPool();
  for (let number = 0; number < 20_000; number += 1) {
    pool.add(`name${number}.example`, connection);
    pool.remove(`name${number}.example`, connection);
  }
  expect(pool.bound()).toEqual([]);
  expect(pool.wasKnown('name19999.example')).toBe(true);
  expect(pool.wasKnown('name0.example')).toBe(false);
});
