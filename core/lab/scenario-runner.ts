/** Runs a scenario from its boot to its end, always in ordered mode: the same scenario and seed give the same trace. */
import path from 'node:path';
import type { Scenario, Step } from '#core/shared/scenario/scenario-schema.js';
import type { TopologyReader } from './commands/topology-commands.js';
import { LabHost } from './lab-host.js';
import type { Failure } from './scenario/scenario-failure.js';
import { refusal, ScenarioPlay } from './scenario/scenario-play.js';

export interface ScenarioOptions extends TopologyReader {
  /** Instead of the scenario's own. */
  seed?: number;
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
  const { seed = scenario.seed, ...reader } = options;
  const host = new LabHost(reader);
  try {
    const firstFailure = await play(host, scenario, seed);
    const { lab } = host;
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

async function play(host: LabHost, scenario: Scenario, seed: number): Promise<ScenarioFailure | undefined> {
  const located = (index: number, failure: Failure): ScenarioFailure => {
    return { ...failure, step: index + 1, line: scenario.lines[index] ?? 1, time: timeOf(host) };
  };
  const refused = await refusal(() => start(host, scenario, seed));
  const { lab } = host;
  if (refused || !lab) {
    const params = { error: refused?.code ?? 'no-topology', detail: JSON.stringify(refused?.params ?? {}) };
    return located(0, { code: 'scenario.start-failed', params });
  }
  const steps = new ScenarioPlay(host, lab);
  for (const [index, step] of scenario.steps.entries()) {
    const failure = await steps.step(step, index + 1);
    if (failure) return located(index, failure);
  }
  return undefined;
}

/** Opens the topology and boots it: every listener has been tried when this resolves. */
async function start(host: LabHost, scenario: Scenario, seed: number): Promise<void> {
  const { topology, steps } = scenario;
  const { profile = scenario.profile, quirks = {} } = startOptions(steps[0]);
  const source =
    'path' in topology
      ? { path: path.resolve(path.dirname(scenario.file), topology.path) }
      : { files: topology.files };
  await host.call('topology.open', {
    ...source,
    seed,
    profile,
    quirks: { ...scenario.quirks, ...quirks },
    mode: 'ordered',
  });
}

type StartOptions = Extract<Step, { kind: 'start' }>['options'];

function startOptions(step: Step | undefined): StartOptions {
  return step?.kind === 'start' ? step.options : {};
}

function timeOf(host: LabHost): number {
  return (host.lab?.clock.now() ?? 0) / 1000;
}
