/**
 * Runs many seeds on several hands, and makes of what they find a short list: each thing once, shrunk, and played again
 * on real sockets. The same scenario and seeds give the same list, however many hands there are.
 */
import { isFault } from '#core/shared/explore/choice.js';
import type { ExploreProgress, ExploreReport, Find } from '#core/shared/explore/explore-report.js';
import type { Case, Explorer, ShrunkCase } from './explorer.js';

/** Whoever explores: this process, or another one. */
export type Hand = Pick<Explorer, 'seed' | 'shrink'>;

export interface CampaignOptions {
  /** Plays the usual course, and what was found on sockets. */
  explorer: Pick<Explorer, 'usual' | 'run'>;
  hands: readonly Hand[];
  /** First seed, and how many. */
  from: number;
  seeds: number;
  /** Hands out no more seeds once one has found something. */
  stopAtFirst: boolean;
  /** Whether somebody has asked to end. */
  stopped: () => boolean;
  progress: (progress: ExploreProgress) => void;
}

/** Different things found that are shrunk at most; the rest is counted. */
const MOST_SHRUNK = 24;

export async function campaign(options: CampaignOptions): Promise<ExploreReport> {
  const usual = await options.explorer.usual();
  const { cases, ran } = usual ? { cases: [usual], ran: 0 } : await runSeeds(options);
  const groups = grouped(cases);
  const finds = await shrunk(groups.slice(0, MOST_SHRUNK), options);
  return {
    from: options.from,
    seeds: options.seeds,
    ran,
    stopped: options.stopped(),
    failing: cases.length,
    notShrunk: Math.max(0, groups.length - MOST_SHRUNK),
    finds,
  };
}

async function runSeeds(options: CampaignOptions): Promise<{ cases: Case[]; ran: number }> {
  const { from, seeds, hands, stopAtFirst, stopped, progress } = options;
  const cases: Case[] = [];
  let next = 0;
  let ran = 0;
  const goesOn = (): boolean => next < seeds && !stopped() && !(stopAtFirst && cases.length > 0);
  const work = async (hand: Hand): Promise<void> => {
    while (goesOn()) {
      const seed = from + next;
      next += 1;
      const found = await hand.seed(seed);
      ran += 1;
      if (found) cases.push(found);
      progress({ phase: 'seeds', done: ran, of: seeds, failing: cases.length });
    }
  };
  await Promise.all(hands.map(work));
  cases.sort((left, right) => left.seed - right.seed);
  if (!stopAtFirst || cases.length === 0) return { cases, ran };
  // Other hands may have found something in later seeds by then, or not: only what came before the first one counts.
  const first = cases.slice(0, 1);
  return { cases: first, ran: (first[0]?.seed ?? from) - from + 1 };
}

/** Cases that look like the same thing, the first seed first. */
function grouped(cases: readonly Case[]): Case[][] {
  const groups = new Map<string, Case[]>();
  for (const one of cases) {
    const key = signature(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** What was violated, and by which kinds of choices. */
function signature({ violation, choices }: Pick<Case, 'violation' | 'choices'>): string {
  const kinds = choices.map((choice) => (isFault(choice) ? choice.fault.kind : 'later'));
  return JSON.stringify([violation.invariant, violation.about, [...new Set(kinds)].sort()]);
}

async function shrunk(groups: readonly Case[][], options: CampaignOptions): Promise<Find[]> {
  const { hands, explorer, progress } = options;
  const results: ShrunkCase[] = [];
  let next = 0;
  let done = 0;
  const work = async (hand: Hand): Promise<void> => {
    while (next < groups.length) {
      const index = next;
      next += 1;
      const [first] = groups[index] ?? [];
      if (first) results[index] = await hand.shrink(first);
      done += 1;
      progress({ phase: 'shrinking', done, of: groups.length, failing: groups.length });
    }
  };
  await Promise.all(hands.map(work));
  const finds = merged(results, groups);
  for (const [index, find] of finds.entries()) {
    progress({ phase: 'sockets', done: index, of: finds.length, failing: finds.length });
    const played = await explorer.run(find.choices, 'loopback');
    find.socketsHash = played.traceHash;
  }
  return finds;
}

/** What turned out to be the same once it was shrunk is one find. */
function merged(results: readonly ShrunkCase[], groups: readonly Case[][]): Find[] {
  const finds = new Map<string, Find>();
  results.forEach((result, index) => {
    const seeds = (groups[index] ?? []).map(({ seed }) => seed);
    const key = signature(result);
    const known = finds.get(key);
    if (known) known.seeds = [...known.seeds, ...seeds].sort((left, right) => left - right);
    else finds.set(key, { ...result, seeds, socketsHash: '' });
  });
  return [...finds.values()];
}
