/** What a rule of the linter is, and the few ways of writing one. */
import { TIGASE_VERSIONS, type TigaseVersion } from '../catalogue/entry.js';
import type { SourceRange } from '../source-range.js';
import type { Finding, Severity } from './finding.js';
import type { Mending } from './mending.js';
import type { LintNode, TopologyView } from './topology-view.js';

/** What a rule says of one place; its code is the rule's. */
export interface Report extends Omit<Finding, 'code'> {
  /** What the files were meant to say; only of rules that are first causes. */
  mending?: Mending;
}

interface AnyRule {
  code: string;
  /** Versions in which there is anything to find; absent: all of them. */
  profiles?: readonly TigaseVersion[];
}

/** What a rule may know beside the process that it looks at. */
export type LintVersion = Pick<TopologyView, 'profile'>;

/** A rule that looks at one process and its file alone: what it said of them holds until one of them is another. */
export interface NodeRule extends AnyRule {
  check(node: LintNode, version: LintVersion): Report[];
}

/** A rule that looks at several processes, or at `lab.yaml`. */
export interface TopologyRule extends AnyRule {
  run(view: TopologyView): Report[];
}

/** One rule: one code, one file under `rules/`, one line in `rules.ts`. */
export type LintRule = NodeRule | TopologyRule;

/** The versions from one on. */
export function since(first: TigaseVersion): readonly TigaseVersion[] {
  return TIGASE_VERSIONS.slice(TIGASE_VERSIONS.indexOf(first));
}

/** The versions up to one. */
export function until(last: TigaseVersion): readonly TigaseVersion[] {
  return TIGASE_VERSIONS.slice(0, TIGASE_VERSIONS.indexOf(last) + 1);
}

/** A rule that looks at one process at a time, and at nothing of the others. */
export function perNode(
  code: string,
  check: NodeRule['check'],
  profiles?: readonly TigaseVersion[],
): NodeRule {
  return { code, ...(profiles === undefined ? {} : { profiles }), check };
}

/** A rule that looks at one process at a time, and at who else is there. */
export function perNodeInView(
  code: string,
  check: (node: LintNode, view: TopologyView) => Report[],
): TopologyRule {
  return { code, run: (view) => view.nodes.flatMap((node) => check(node, view)) };
}

export function report(
  severity: Severity,
  range: SourceRange,
  params: Finding['params'] = {},
  more: Pick<Report, 'related' | 'fix' | 'mending'> = {},
): Report {
  return { severity, range, params, ...more };
}

/** Parameters of the sentence `Did you mean …?` (`lint.CODE.near`); none when no name is near. */
export function suggesting(suggestion: string | undefined): Finding['params'] {
  return suggestion === undefined ? {} : { variant: 'near', suggestion };
}
