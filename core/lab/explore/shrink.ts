/**
 * Makes a failing list as short and as plain as it can be, and still fail (delta debugging, ddmin: Zeller and Hildebrandt
 * 2002). Deterministic: the same list and the same test give the same result.
 */
export interface ShrinkOptions<T> {
  /** Whether a list still fails in the way that is looked for. */
  fails: (list: readonly T[]) => Promise<boolean>;
  /** Plainer forms of one member, the plainest first; each of them is plainer than the member by the same measure. */
  plainer: (member: T) => T[];
  /** Tests at most. */
  budget: number;
}

export interface Shrunk<T> {
  list: T[];
  /** Tests that were run. */
  tests: number;
  /** Whether taking away any one member was tried and made it pass; false: the budget was too small to know. */
  minimal: boolean;
}

/** @param list that fails; not tested again */
export async function shrink<T>(list: readonly T[], options: ShrinkOptions<T>): Promise<Shrunk<T>> {
  const trial = new Trial(options);
  let best = await fewer([...list], trial);
  for (;;) {
    const plain = await plainest(best, options.plainer, trial);
    // What has become plainer may need fewer others.
    const next = await fewer(plain, trial);
    const same = next.length === best.length && next.every((member, index) => member === best[index]);
    best = next;
    if (same || trial.spent) break;
  }
  return { list: best, tests: trial.tests, minimal: !trial.spent };
}

/** Tests each list once. */
class Trial<T> {
  tests = 0;
  /** A test was wanted that the budget did not allow. */
  spent = false;
  private readonly known = new Map<string, boolean>();
  private readonly options: ShrinkOptions<T>;

  constructor(options: ShrinkOptions<T>) {
    this.options = options;
  }

  async fails(list: readonly T[]): Promise<boolean> {
    const key = JSON.stringify(list);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (this.tests >= this.options.budget) {
      this.spent = true;
      return false;
    }
    this.tests += 1;
    const fails = await this.options.fails(list);
    this.known.set(key, fails);
    return fails;
  }
}

/** A list from which no single member can be taken away. */
async function fewer<T>(list: T[], trial: Trial<T>): Promise<T[]> {
  if (list.length > 0 && (await trial.fails([]))) return [];
  let best = list;
  let parts = Math.min(2, best.length);
  while (parts >= 2) {
    const found = await smaller(best, parts, trial);
    if (found) {
      best = found.list;
      parts = Math.min(best.length, Math.max(2, found.parts));
    } else if (parts < best.length) parts = Math.min(best.length, parts * 2);
    else break;
  }
  return best;
}

/** One of `parts` pieces alone, or all but one of them. */
async function smaller<T>(
  list: readonly T[],
  parts: number,
  trial: Trial<T>,
): Promise<{ list: T[]; parts: number } | undefined> {
  const pieces = piecesOf(list, parts);
  for (const piece of pieces) if (await trial.fails(piece)) return { list: piece, parts: 2 };
  for (const left of pieces) {
    const rest = pieces.filter((piece) => piece !== left).flat();
    if (await trial.fails(rest)) return { list: rest, parts: parts - 1 };
  }
  return undefined;
}

function piecesOf<T>(list: readonly T[], parts: number): T[][] {
  return Array.from({ length: parts }, (_, index) =>
    list.slice(Math.floor((index * list.length) / parts), Math.floor(((index + 1) * list.length) / parts)),
  );
}

async function plainest<T>(list: T[], plainer: (member: T) => T[], trial: Trial<T>): Promise<T[]> {
  let best = list;
  for (let index = 0; index < best.length;) {
    const found = await firstFailing(best, index, plainer, trial);
    if (found) best = found;
    else index += 1;
  }
  return best;
}

async function firstFailing<T>(
  list: readonly T[],
  index: number,
  plainer: (member: T) => T[],
  trial: Trial<T>,
): Promise<T[] | undefined> {
  for (const plain of plainer(list[index] as T)) {
    const changed = list.map((member, at) => (at === index ? plain : member));
    if (await trial.fails(changed)) return changed;
  }
  return undefined;
}
