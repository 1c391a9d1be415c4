/** Runs every rule over a built topology. */
import { rebuildTopology, type BuiltTopology } from '../build-topology.js';
import type { TigaseVersion } from '../catalogue/entry.js';
import { remembering } from '../remembering.js';
import type { Finding } from './finding.js';
import type { LintRule, NodeRule, Report } from './lint-rule.js';
import { mendFiles, MovedLines, type Mending } from './mending.js';
import { READER_CODES } from './reader-codes.js';
import { FIRST_CAUSES, LINT_RULES } from './rules.js';
import { switchedOffIn } from './switches.js';
import { viewTopology, type LintNode, type TopologyView } from './topology-view.js';

/** What holds unless somebody says otherwise: the version of the lab's default profile. */
export const DEFAULT_LINT_PROFILE: TigaseVersion = '5.2';

export interface LintSettings {
  /** The Tigase that the configuration is for. */
  profile?: TigaseVersion;
}

const NODE_RULES = LINT_RULES.filter((rule): rule is NodeRule => 'check' in rule);
const CODES: ReadonlySet<string> = new Set([...READER_CODES, ...LINT_RULES.map(({ code }) => code)]);
const OTHER_RULES = LINT_RULES.filter((rule) => !FIRST_CAUSES.includes(rule));

/**
 * All findings, those of the reader included, without what comments and `lab.yaml` switch off; sorted by file, line and
 * column.
 */
export function lintTopology(
  built: BuiltTopology,
  { profile = DEFAULT_LINT_PROFILE }: LintSettings = {},
): Finding[] {
  const off = new Set(built.plan.lintOff);
  const isOff = switchedOffIn(built.files);
  const isShown = (finding: Finding) => !off.has(finding.code) && !isOff(finding);
  const run = new LintRun(built, profile, isShown);
  for (const rule of FIRST_CAUSES) run.runAndMend(rule);
  for (const rule of OTHER_RULES) run.run(rule);
  return [...built.problems.filter(isShown), ...run.findings].sort(byPlace);
}

/** By code, what there is to say of one process alone. */
type NodeReports = ReadonlyMap<string, readonly Report[]>;

const reportsOf = remembering((node: LintNode, profile: TigaseVersion): NodeReports => {
  const reports = new Map<string, readonly Report[]>();
  for (const rule of NODE_RULES) {
    const found = isFor(rule, profile) ? rule.check(node, { profile }) : [];
    if (found.length > 0) reports.set(rule.code, found);
  }
  return reports;
});

function isFor({ profiles }: LintRule, profile: TigaseVersion): boolean {
  return profiles?.includes(profile) !== false;
}

/** How often each code is said as an error. */
type Errors = ReadonlyMap<string, number>;

/** Whether a finding is about the entry that is mended: one mending may cure several places of it. */
function isIn({ entry }: Mending, { range }: Finding): boolean {
  if (entry?.keyRange.file !== range.file) return false;
  return entry.keyRange.line <= range.line && range.line <= entry.valueRange.endLine;
}

/** One pass over all rules; the topology that they look at gets better on the way. */
class LintRun {
  readonly findings: Finding[] = [];
  private readonly moved = new MovedLines();
  /** Of the topology as it is seen now; counted when somebody asks. */
  private errors: Errors | undefined;
  private view: TopologyView;
  private perNode: readonly NodeReports[];

  private built: BuiltTopology;
  private readonly profile: TigaseVersion;
  private readonly isShown: (finding: Finding) => boolean;

  constructor(built: BuiltTopology, profile: TigaseVersion, isShown: (finding: Finding) => boolean) {
    this.built = built;
    this.profile = profile;
    this.isShown = isShown;
    this.view = this.look();
    this.perNode = this.lookAtNodes();
  }

  /** @returns what would cure which finding; of one that is switched off, somebody has said that it is meant so */
  run(rule: LintRule): { finding: Finding; mending: Mending }[] {
    return this.reports(rule).flatMap(({ mending, ...report }) => {
      const reported: Finding = { code: rule.code, ...report };
      if (!this.isShown(reported)) return [];
      const finding = this.withSafeFix(reported);
      this.findings.push(finding);
      return mending ? [{ finding, mending }] : [];
    });
  }

  runAndMend(rule: LintRule): void {
    const from = this.findings.length;
    const causes = this.run(rule);
    if (causes.length === 0) return;
    const mendings = causes.map(({ mending }) => mending);
    const before = new Map(this.errors ?? this.countErrors(rule));
    // Its own are said, and not counted afterwards.
    before.delete(rule.code);
    for (const mending of mendings) this.moved.add(mending);
    this.built = rebuildTopology(this.built, mendFiles(this.built.files, mendings));
    this.view = this.look();
    this.perNode = this.lookAtNodes();
    this.errors = this.countErrors(rule);
    if (!isWorse(before, this.errors)) return;
    // A cause is as bad as what it leads to, which nobody else says now.
    for (const finding of this.findings.slice(from)) {
      const isCause = causes.some((cause) => cause.finding === finding || isIn(cause.mending, finding));
      if (isCause) finding.severity = 'error';
    }
  }

  /** Of all rules but one. */
  private countErrors(but: LintRule): Errors {
    const counts = new Map<string, number>();
    for (const rule of LINT_RULES) {
      if (rule === but) continue;
      const errors = this.reports(rule).filter(({ severity }) => severity === 'error');
      if (errors.length > 0) counts.set(rule.code, errors.length);
    }
    return counts;
  }

  private reports(rule: LintRule): readonly Report[] {
    if (!isFor(rule, this.profile)) return [];
    if ('run' in rule) return rule.run(this.view);
    return this.perNode.flatMap((reports) => reports.get(rule.code) ?? []);
  }

  private lookAtNodes(): readonly NodeReports[] {
    return this.view.nodes.map((node) => reportsOf(node, this.profile));
  }

  private look(): TopologyView {
    return viewTopology(this.built, { profile: this.profile, codes: CODES });
  }

  /** A fix is for the files as they are. */
  private withSafeFix({ fix, ...finding }: Finding): Finding {
    const isSafe = fix?.edits.every((edit) => !this.moved.has(edit)) === true;
    return fix !== undefined && isSafe ? { ...finding, fix } : finding;
  }
}

/** Whether some code was an error more often. */
function isWorse(before: Errors, after: Errors): boolean {
  return [...before].some(([code, count]) => count > (after.get(code) ?? 0));
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
