/** Texts as they are being edited → what would run. Nothing runs: a window asks this with every keystroke. */
import { buildTopology, type LabYamlSource, type TopologySource } from '../build-topology.js';
import type { Finding } from '../lint/finding.js';
import { lintTopology } from '../lint/lint.js';
import type { Addresses } from '../process-addresses.js';
import type { TopologyPlan } from '../topology-plan.js';

export interface TopologyTexts {
  name: string;
  files: readonly TopologySource[];
  labYaml?: LabYamlSource;
}

export interface TopologyPreview {
  plan: TopologyPlan;
  /** Of the reader and of the linter, by place. */
  findings: Finding[];
  /** Why this cannot be applied: texts that cannot be read, or describe nothing. Empty: it can. */
  obstacles: Finding[];
}

/**
 * @param running the plan that runs: its processes keep their addresses, as they do when the texts are applied
 */
export function previewTopology(
  { name, files, labYaml }: TopologyTexts,
  profile: '5.2' | '7.1' = '5.2',
  running?: Pick<TopologyPlan, 'processes'>,
): TopologyPreview {
  const built = buildTopology(name, files, labYaml, addressesOf(running));
  return {
    plan: built.plan,
    findings: lintTopology(built, { profile }),
    obstacles: built.problems.filter(isObstacle),
  };
}

function addressesOf(running: Pick<TopologyPlan, 'processes'> | undefined): Addresses {
  return new Map(running?.processes.map(({ name, address }) => [name, address]));
}

/** Codes of the reader for a text of which something would be left out, such as a `lab.yaml` with an unknown key. */
const UNREADABLE: ReadonlySet<string> = new Set(['X1', 'X2', 'X4', 'X5', 'Y1', 'Y2', 'Y3', 'Y4']);

function isObstacle({ code, severity }: Finding): boolean {
  return severity === 'error' && UNREADABLE.has(code);
}
