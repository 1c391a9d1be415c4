/**
 * Explores one scenario: its usual course first, then whatever seeds say. Everything it finds follows from scenario and
 * seed alone.
 */
import type { Choice, Moment } from '#core/shared/explore/choice.js';
import type { Violation } from '#core/shared/explore/violation.js';
import { exploreRun, type ExploredRun, type RunOptions } from './explore-run.js';
import { checkOffers, generate } from './generate.js';
import { groundOf, type Ground } from './ground.js';
import { plainer } from './plainer.js';
import { shrink } from './shrink.js';
import { stanzaMoments } from './stanza-moments.js';

/** A run in which something did not hold. */
export interface Case {
  /** 0: the usual course. */
  seed: number;
  choices: Choice[];
  violation: Violation;
}

/** A case that needs every one of its choices. */
export interface ShrunkCase extends Case {
  traceHash: string;
  events: number;
  /** Choices before. */
  drawn: number;
  /** Runs that it took. */
  runs: number;
  /** False: there may be a choice that could be taken away; it took too many runs to know. */
  minimal: boolean;
}

export type ExplorerOptions = Pick<RunOptions, 'scenario' | 'settings' | 'reader'>;

/** Runs that shrinking a case may take. */
const SHRINK_BUDGET = 400;

export class Explorer {
  private readonly options: ExplorerOptions;
  private ground: Promise<Ground> | undefined;

  constructor(options: ExplorerOptions) {
    this.options = options;
    checkOffers(options.settings.faults);
  }

  /** The run without choices; undefined when everything holds in it. */
  async usual(): Promise<Case | undefined> {
    const { violation } = await this.run([]);
    return violation && { seed: 0, choices: [], violation };
  }

  /** One seeded run. */
  async seed(seed: number): Promise<Case | undefined> {
    this.ground ??= this.lookAround();
    const choices = generate(await this.ground, this.options.settings, seed);
    const { violation } = await this.run(choices);
    return violation && { seed, choices, violation };
  }

  async shrink({ seed, choices, violation }: Case): Promise<ShrunkCase> {
    const { list, tests, minimal } = await shrink(choices, {
      budget: SHRINK_BUDGET,
      plainer,
      fails: async (fewer) => isSame((await this.run(fewer)).violation, violation),
    });
    const { violation: last = violation, traceHash, events } = await this.run(list);
    const drawn = choices.length;
    return { seed, choices: list, violation: last, traceHash, events, drawn, runs: tests, minimal };
  }

  /** Plays it with these choices, in memory or on real sockets. */
  run(
    choices: readonly Choice[],
    transport: 'memory' | 'loopback' = 'memory',
    look?: RunOptions['look'],
  ): Promise<ExploredRun> {
    const reader = { ...this.options.reader, transport };
    return exploreRun({ ...this.options, reader, ...(look ? { look } : {}) }, choices);
  }

  private async lookAround(): Promise<Ground> {
    const gone: { moment: Moment; before: number }[] = [];
    let ground = groundOf([], [], []);
    const { reader } = this.options;
    await exploreRun(
      {
        ...this.options,
        reader: { ...reader, transport: 'memory' },
        went: (moment, before) => gone.push({ moment, before }),
        look({ processes, trace }) {
          const stanzas = stanzaMoments(gone, trace.range(1, trace.length));
          const names = processes.map(({ name }) => name);
          ground = groundOf(
            gone.map(({ moment }) => moment),
            stanzas,
            names,
          );
        },
      },
      [],
    );
    return ground;
  }
}

function isSame(one: Violation | undefined, other: Violation): boolean {
  return one?.invariant === other.invariant && one.about === other.about;
}
