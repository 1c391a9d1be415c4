/** Plays a scenario once with some choices, and looks whether everything holds that must. */
import type { Choice, Moment } from '#core/shared/explore/choice.js';
import type { ExploreSettings } from '#core/shared/explore/explore-settings.js';
import type { Violation } from '#core/shared/explore/violation.js';
import type { Scenario } from '#core/shared/scenario/scenario-schema.js';
import type { TopologyReader } from '../commands/topology-commands.js';
import type { Lab } from '../lab.js';
import { LabHost } from '../lab-host.js';
import type { Failure } from '../scenario/scenario-failure.js';
import { ScenarioPlay } from '../scenario/scenario-play.js';
import { startScenario } from '../scenario/start-scenario.js';
import { Course } from './course.js';
import { Oversight } from './oversight.js';

export interface RunOptions {
  scenario: Scenario;
  settings: ExploreSettings;
  reader: Omit<TopologyReader, 'picker'>;
  /** Hears of everything that goes after the boot, and how long the trace is before it does. */
  went?: (moment: Moment, before: number) => void;
  /** Looks at the lab, where the run has ended, before it is closed. */
  look?: (lab: Lab, host: LabHost, violation: Violation | undefined) => void | Promise<void>;
}

export interface ExploredRun {
  violation?: Violation;
  /** SHA-256 over the trace. */
  traceHash: string;
  /** Trace events. */
  events: number;
  /** Lab time that it took, in ms. */
  durationLabMs: number;
  /** The step that it ended in, from 1; after the last one: that one. */
  step: number;
  /** Faults that were put on. */
  faults: number;
}

/** Throws a HostError when the topology cannot be opened. */
export async function exploreRun(options: RunOptions, choices: readonly Choice[]): Promise<ExploredRun> {
  const { scenario, settings, reader, went, look } = options;
  const course = new Course(choices);
  const host = new LabHost({ ...reader, picker: course });
  try {
    const lab = await startScenario(host, scenario, scenario.seed);
    course.went = went && ((moment) => went(moment, lab.trace.length));
    const oversight = new Oversight(host, lab, course, settings.invariants);
    const { violation, step } = await play(host, lab, options, oversight);
    const run = {
      ...(violation ? { violation } : {}),
      traceHash: lab.trace.digest(),
      events: lab.trace.length,
      durationLabMs: lab.clock.now() / 1000,
      step,
      faults: oversight.applied,
    };
    await look?.(lab, host, violation);
    return run;
  } finally {
    await host.close();
  }
}

async function play(
  host: LabHost,
  lab: Lab,
  { scenario, settings }: RunOptions,
  oversight: Oversight,
): Promise<{ violation: Violation | undefined; step: number }> {
  const steps = new ScenarioPlay(host, lab, oversight);
  for (const [index, step] of scenario.steps.entries()) {
    const failure = await steps.step(step, index + 1);
    const violation = oversight.violation() ?? (failure && violationOf(failure, lab, settings, oversight));
    if (violation || (failure && isFinal(failure))) return { violation, step: index + 1 };
  }
  await steps.run(settings.settle);
  return { violation: oversight.finalViolation(), step: scenario.steps.length };
}

/** What is forbidden stays broken: nothing more is to be seen in such a run. */
function isFinal({ code }: Failure): boolean {
  return code === 'scenario.never-broken' || code === 'scenario.lab-error';
}

/** What a scenario expects is promised to it as long as nobody has put a fault on. */
function violationOf(
  failure: Failure,
  lab: Lab,
  settings: ExploreSettings,
  oversight: Oversight,
): Violation | undefined {
  const { code, params } = failure;
  const invariant = code === 'scenario.never-broken' ? 'never' : 'expects';
  if (code === 'scenario.lab-error' || !settings.invariants.includes(invariant)) return undefined;
  if (invariant === 'expects' && oversight.applied > 0) return undefined;
  const subject = String(params['forbidden'] ?? params['expected'] ?? params['command'] ?? '');
  const [, seq] = /^#(\d+) /.exec(String(params['happened'] ?? '')) ?? [];
  const time = lab.clock.now() / 1000;
  return { invariant, about: `${code} ${subject}`, seq: Number(seq ?? lab.trace.length), time, code, params };
}
