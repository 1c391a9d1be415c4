import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '#core/shared/config/nearest-name.js';

/** Levenshtein's table as a whole. */
function wholeTable(left: string, right: string): number {
  let above = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...left].entries()) {
    const cells = [row + 1];
    for (const [column, other] of [...right].entries()) {
      const changed = (above[column] ?? 0) + (letter === other ? 0 : 1);
      cells.push(Math.min(changed, (above[column + 1] ?? 0) + 1, (cells[column] ?? 0) + 1));
    }
    above = cells;
  }
  return above[right.length] ?? 0;
}

describe('editDistance', () => {
  it('is Levenshtein’s below its limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 9 }), (left, right, limit) => {
        const exact = Math.min(limit, wholeTable(left, right));
        expect(Math.min(limit, editDistance(left, right, limit))).toBe(exact);
      }),
    );
  });
});
