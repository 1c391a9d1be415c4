/** Runs every rule over a built topology. */
import type { BuiltTopology } from '../build-topology.js';
import type { Finding } from './finding.js';
import { LINT_RULES } from './rules.js';
import { viewTopology } from './topology-view.js';

/** All findings, those of the reader included, without what `lab.yaml` switches off; sorted by file, line and column. */
export function lintTopology(built: BuiltTopology): Finding[] {
  const view = viewTopology(built);
  const off = new Set(built.plan.lintOff);
  const all = [...built.problems, ...LINT_RULES.flatMap((rule) => rule.run(view))];
  return all.filter((finding) => !off.has(finding.code)).sort(byPlace);
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
