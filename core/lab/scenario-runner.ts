/** Runs a scenario from its boot to its end, always in ordered mode: the same scenario and seed give the same trace. */
import { HostError } from '#core/shared/api/host-error.js';
import type { Choice } from '#core/shared/explore/choice.js';
import type { Scenario } from '#core/shared/scenario/scenario-schema.js';
import type { TopologyReader } from './commands/topology-commands.js';
import { exploreRun, type ExploredRun } from './explore/explore-run.js';
import type { Lab } from './lab.js';
import { LabHost } from './lab-host.js';
import type { Failure } from './scenario/scenario-failure.js';
import { refusal, ScenarioPlay } from './scenario/scenario-play.js';
import { startScenario } from './scenario/start-scenario.js';

export interface ScenarioOptions extends TopologyReader {
  /** Instead of the scenario's own. */
  seed?: number;
  /** Goes on behind a step that failed: two runs are compared to their ends. */
  goOn?: boolean;
  /** Sees the lab as it is at the end, before it is closed. */
  ended?: (lab: Lab) => void;
}

export interface ScenarioFailure extends Failure {
  /** Number of the step, from 1. */
  step: number;
  line: number;
  /** Lab time in ms. */
  time: number;
}

export interface ScenarioRun {
  /** File of the scenario. */
  scenario: string;
  title: string;
  seed: number;
  passed: boolean;
  /** SHA-256 over the trace; empty when the lab could not be opened. */
  traceHash: string;
  firstFailure?: ScenarioFailure;
  /** Trace events. */
  events: number;
  /** Lab time that it took, in ms. */
  durationLabMs: number;
}

export async function runScenario(scenario: Scenario, options: ScenarioOptions): Promise<ScenarioRun> {
  const { seed = scenario.seed, goOn = false, ended, ...reader } = options;
  if (scenario.choices) return runFound({ ...scenario, seed }, scenario.choices, reader);
  const host = new LabHost(reader);
  try {
    const firstFailure = await play(host, scenario, seed, goOn);
    const { lab } = host;
    if (lab) ended?.(lab);
    return {
      scenario: scenario.file,
      title: scenario.title,
      seed,
      passed: firstFailure === undefined,
      traceHash: lab?.trace.digest() ?? '',
      ...(firstFailure ? { firstFailure } : {}),
      events: lab?.trace.length ?? 0,
      durationLabMs: timeOf(host),
    };
  } finally {
    await host.close();
  }
}

async function play(
  host: LabHost,
  scenario: Scenario,
  seed: number,
  goOn: boolean,
): Promise<ScenarioFailure | undefined> {
  const located = (index: number, failure: Failure): ScenarioFailure => {
    return { ...failure, step: index + 1, line: scenario.lines[index] ?? 1, time: timeOf(host) };
  };
  const refused = await refusal(() => startScenario(host, scenario, seed));
  const { lab } = host;
  if (refused || !lab) {
    const params = { error: refused?.code ?? 'no-topology', detail: JSON.stringify(refused?.params ?? {}) };
    return located(0, { code: 'scenario.start-failed', params });
  }
  const steps = new ScenarioPlay(host, lab);
  let first: ScenarioFailure | undefined;
  for (const [index, step] of scenario.steps.entries()) {
    const failure = await steps.step(step, index + 1);
    if (failure) first ??= located(index, failure);
    if (failure && !goOn) break;
  }
  return first;
}

function timeOf(host: LabHost): number {
  return (host.lab?.clock.now() ?? 0) / 1000;
}

/** Plays what `explore` has found, in its own order and under its own invariants. */
async function runFound(
  scenario: Scenario,
  choices: readonly Choice[],
  reader: TopologyReader,
): Promise<ScenarioRun> {
  const { file, title, seed, explore: settings, lines } = scenario;
  const run = { scenario: file, title, seed };
  let played: ExploredRun;
  try {
    played = await exploreRun({ scenario, settings, reader }, choices);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const params = { error: error.code, detail: JSON.stringify(error.params) };
    const firstFailure = { code: 'scenario.start-failed', params, step: 1, line: lines[0] ?? 1, time: 0 };
    return { ...run, passed: false, traceHash: '', firstFailure, events: 0, durationLabMs: 0 };
  }
  const { violation, traceHash, events, step, durationLabMs } = played;
  const result = { ...run, passed: violation === undefined, traceHash, events, durationLabMs };
  if (!violation) return result;
  const { code, params, time } = violation;
  return { ...result, firstFailure: { code, params, time, step, line: lines[step - 1] ?? 1 } };
}
