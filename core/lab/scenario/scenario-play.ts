/**
 * Plays the steps of a scenario on a lab in ordered mode.
 *
 * Invariants:
 * 1. Lab time passes only in `wait`, `expect` and `never … for`: commands that stand one below the other happen at once.
 * 2. After every step of the lab whatever is forbidden is looked at; the first thing that goes wrong ends the scenario.
 */
import { COMMAND_SCHEMAS, type CommandArgs, type CommandName } from '#core/shared/api/commands.js';
import { HostError } from '#core/shared/api/host-error.js';
import type { Expectation } from '#core/shared/scenario/condition-schema.js';
import type { Step } from '#core/shared/scenario/scenario-schema.js';
import { stepText } from '#core/shared/scenario/step-text.js';
import type { Lab } from '../lab.js';
import type { LabHost } from '../lab-host.js';
import { countNow, eventTest, isEventCondition, type Scene } from './conditions.js';
import { guard, type Guard } from './guard.js';
import { withIds } from './name-targets.js';
import { unmet, wantedOf, type Failure } from './scenario-failure.js';
import { TraceWatch } from './trace-watch.js';

/** Something that has its say between the steps of the lab, while lab time passes. */
export interface Steering {
  /** Whether there is something to do before the next step of the lab. */
  readonly due: boolean;
  act(): Promise<void>;
  /** Whether the scenario is to end at once. */
  readonly over: boolean;
}

type Of<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;

export class ScenarioPlay {
  private readonly host: LabHost;
  private readonly lab: Lab;
  private readonly scene: Scene;
  private readonly guards: Guard[] = [];
  /** Trace length before the newest block of commands: where `expect` begins to look. */
  private mark = 0;
  private afterCommand = false;
  private bug: Failure | undefined;
  private readonly steering: Steering | undefined;

  /** @param host with its lab open and in ordered mode */
  constructor(host: LabHost, lab: Lab, steering?: Steering) {
    this.host = host;
    this.steering = steering;
    this.lab = lab;
    const watch = new TraceWatch(lab.trace);
    this.scene = { lab, watch };
    watch.hear(1, (row) => {
      if (row[4] !== 'lab.error') return;
      const [where, message] = row[5];
      this.bug ??= { code: 'scenario.lab-error', params: { where, message } };
    });
  }

  /** @param number of the step, from 1 */
  async step(step: Step, number: number): Promise<Failure | undefined> {
    const before = this.lab.trace.length;
    this.lab.note('scenario.step', [number, stepText(step)]);
    const isCommand = step.kind === 'command';
    if (isCommand && !this.afterCommand) this.mark = before;
    this.afterCommand = isCommand;
    const failure = await this.carryOut(step, number);
    return this.broken() ?? failure;
  }

  private async carryOut(step: Step, number: number): Promise<Failure | undefined> {
    switch (step.kind) {
      case 'start':
        return undefined;
      case 'wait':
        await this.run(step.ms);
        return undefined;
      case 'command':
        return this.command(step);
      case 'expect':
        return this.expect(step.expectation);
      case 'never':
        return this.never(step, number);
    }
  }

  private async command({ command, args, fails }: Of<'command'>): Promise<Failure | undefined> {
    const refused = await refusal(() => call(this.host, command, withIds(this.lab, command, args)));
    if (fails === undefined) {
      if (refused === undefined) return undefined;
      const { code, params } = refused;
      return {
        code: 'scenario.command-failed',
        params: { command, error: code, detail: JSON.stringify(params) },
      };
    }
    if (refused?.code === fails) return undefined;
    if (refused === undefined) return { code: 'scenario.command-succeeded', params: { command, fails } };
    return { code: 'scenario.command-failed-otherwise', params: { command, fails, error: refused.code } };
  }

  private async expect(expectation: Expectation): Promise<Failure | undefined> {
    const { scene } = this;
    const wanted = wantedOf(expectation);
    const counter = this.counter(expectation);
    // An exact number of events is known only when the time is over.
    const isFinal = isEventCondition(expectation) && expectation.count !== undefined;
    const met = (): boolean => counter.count() > wanted.most || (!isFinal && wanted.isMet(counter.count()));
    await this.run(expectation.within, met);
    const seen = counter.count();
    counter.end();
    return seen <= wanted.most && wanted.isMet(seen) ? undefined : unmet(expectation, seen, wanted, scene);
  }

  private counter(expectation: Expectation): { count(): number; end(): void } {
    const { scene, mark } = this;
    if (!isEventCondition(expectation)) {
      return { count: () => countNow(expectation, scene), end: () => undefined };
    }
    const isMeant = eventTest(expectation, scene.watch);
    let count = 0;
    const end = scene.watch.hear(expectation.since === 'start' ? 1 : mark + 1, (row) => {
      if (isMeant(row)) count += 1;
    });
    return { count: () => count, end };
  }

  private async never({ prohibition }: Of<'never'>, number: number): Promise<Failure | undefined> {
    const watched = guard(prohibition, number, this.scene);
    this.guards.push(watched);
    if (prohibition.for === undefined) return undefined;
    await this.run(prohibition.for);
    this.scene.watch.follow();
    const failure = watched.broken();
    watched.end();
    this.guards.splice(this.guards.indexOf(watched), 1);
    return failure;
  }

  /** Lets lab time pass until `met`, until something forbidden has happened, or for `ms`. */
  async run(ms: number, met?: () => boolean): Promise<void> {
    const { lab, steering } = this;
    const { watch } = this.scene;
    const until = lab.clock.now() + Math.round(ms * 1000);
    const ended = (): boolean => {
      watch.follow();
      return steering?.over === true || this.broken() !== undefined || met?.() === true;
    };
    for (;;) {
      await lab.stepper.run({ until, met: () => ended() || steering?.due === true });
      if (!steering?.due || ended()) break;
      await steering.act();
    }
    watch.follow();
  }

  /** A bug of the lab, or what a `never` has forbidden. */
  private broken(): Failure | undefined {
    this.scene.watch.follow();
    if (this.bug) return this.bug;
    for (const { broken } of this.guards) {
      const failure = broken();
      if (failure) return failure;
    }
    return undefined;
  }
}

/** Calls a command by a name that is known only now; the host checks the arguments once more. */
async function call<Name extends CommandName>(
  host: LabHost,
  command: Name,
  args: Readonly<Record<string, unknown>>,
): Promise<void> {
  await host.call(command, COMMAND_SCHEMAS[command].parse(args) as CommandArgs<Name>);
}

/** The error that the host answered with, if it did. */
export async function refusal(work: () => Promise<unknown>): Promise<HostError | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof HostError) return error;
    throw error;
  }
}
