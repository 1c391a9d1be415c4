import path from 'node:path';
import { HostError } from '#core/shared/api/host-error.js';
import type { Scenario, Step } from '#core/shared/scenario/scenario-schema.js';
import type { Lab } from '../lab.js';
import type { LabHost } from '../lab-host.js';

/**
 * Opens the topology of a scenario and boots it in ordered mode: every listener has been tried when this resolves. Throws
 * the HostError of `topology.open`.
 */
export async function startScenario(host: LabHost, scenario: Scenario, seed: number): Promise<Lab> {
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
  if (!host.lab) throw new HostError('no-topology');
  return host.lab;
}

type StartOptions = Extract<Step, { kind: 'start' }>['options'];

function startOptions(step: Step | undefined): StartOptions {
  return step?.kind === 'start' ? step.options : {};
}
