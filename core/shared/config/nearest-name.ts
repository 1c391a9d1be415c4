/** Spelling suggestions. */

/** The candidate with the smallest edit distance, at most a third of the name's length (and at least 1). */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let limit = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(name, candidate, limit);
    if (distance < limit) {
      limit = distance;
      best = candidate;
    }
  }
  return best;
}

/** Levenshtein distance; any number ≥ `limit` means "at least limit". */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) >= limit) return limit;
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  let current = [...previous];
  for (let row = 1; row <= left.length; row += 1) {
    if (fillRow({ current, previous, row, limit }, left[row - 1], right) >= limit) return limit;
    [previous, current] = [current, previous];
  }
  return previous[right.length] ?? limit;
}

interface Row {
  current: number[];
  previous: readonly number[];
  row: number;
  limit: number;
}

/**
 * Fills the cells that can be below the limit, those nearer to the diagonal than it.
 * @returns the smallest distance of the row, which those of the rows behind it cannot be below
 */
function fillRow({ current, previous, row, limit }: Row, letter: string | undefined, right: string): number {
  const from = Math.max(1, row - limit + 1);
  const to = Math.min(right.length, row + limit - 1);
  let left = from === 1 ? row : limit;
  let least = left;
  current[from - 1] = left;
  // The next row looks one cell further.
  current[to + 1] = limit;
  for (let column = from; column <= to; column += 1) {
    const change = letter === right[column - 1] ? 0 : 1;
    const replaced = (previous[column - 1] ?? 0) + change;
    left = Math.min(replaced, (previous[column] ?? 0) + 1, left + 1);
    current[column] = left;
    if (left < least) least = left;
  }
  return least;
}
