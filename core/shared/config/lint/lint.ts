/** Runs every rule over a built topology. */
import type { BuiltTopology } from '../build-topology.js';
import type { TigaseVersion } from '../catalogue/entry.js';
import { remembering } from '../remembering.js';
import type { Finding } from './finding.js';
import type { LintRule, NodeRule, Report, TopologyRule } from './lint-rule.js';
import { READER_CODES } from './reader-codes.js';
import { LINT_RULES } from './rules.js';
import { switchedOffIn } from './switches.js';
import { viewTopology, type LintNode } from './topology-view.js';

/** What holds unless somebody says otherwise: the version of the lab's default profile. */
export const DEFAULT_LINT_PROFILE: TigaseVersion = '5.2';

export interface LintSettings {
  /** The Tigase that the configuration is for. */
  profile?: TigaseVersion;
}

const NODE_RULES = LINT_RULES.filter((rule): rule is NodeRule => 'check' in rule);
const TOPOLOGY_RULES = LINT_RULES.filter((rule): rule is TopologyRule => 'run' in rule);
const CODES: ReadonlySet<string> = new Set([...READER_CODES, ...LINT_RULES.map(({ code }) => code)]);

/**
 * All findings, those of the reader included, without what comments and `lab.yaml` switch off; sorted by file, line and
 * column.
 */
export function lintTopology(
  built: BuiltTopology,
  { profile = DEFAULT_LINT_PROFILE }: LintSettings = {},
): Finding[] {
  const view = viewTopology(built, { profile, codes: CODES });
  const off = new Set(built.plan.lintOff);
  const isOff = switchedOffIn(built.files);
  const all = [
    ...built.problems,
    ...view.nodes.flatMap((node) => findingsOf(node, profile)),
    ...TOPOLOGY_RULES.flatMap((rule) => applied(rule, profile, () => rule.run(view))),
  ];
  return all.filter((finding) => !off.has(finding.code) && !isOff(finding)).sort(byPlace);
}

/** What is found in one process alone. */
const findingsOf = remembering((node: LintNode, profile: TigaseVersion): Finding[] =>
  NODE_RULES.flatMap((rule) => applied(rule, profile, () => rule.check(node, { profile }))),
);

function applied({ code, profiles }: LintRule, profile: TigaseVersion, find: () => Report[]): Finding[] {
  if (profiles?.includes(profile) === false) return [];
  return find().map((found) => ({ code, ...found }));
}

function byPlace(left: Finding, right: Finding): number {
  return (
    compareText(left.range.file, right.range.file) ||
    left.range.line - right.range.line ||
    left.range.column - right.range.column ||
    compareText(left.code, right.code)
  );
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
