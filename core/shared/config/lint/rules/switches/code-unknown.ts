/** L1: a comment, or `lint.off` of `lab.yaml`, switches off a rule that there is none of; or a comment nothing at all. */
import { labYamlValueRange } from '#core/shared/config/lab-yaml.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { report, type LintRule, type Report } from '#core/shared/config/lint/lint-rule.js';
import { emptySwitches, lintSwitches } from '#core/shared/config/lint/switches.js';
import type { TopologyView } from '#core/shared/config/lint/topology-view.js';
import type { SourceRange } from '#core/shared/config/source-range.js';

interface WrittenCode {
  code: string;
  range: SourceRange;
}

export const codeUnknown: LintRule = {
  code: 'L1',
  run: (view) => [
    ...[...inComments(view), ...inLabYaml(view)]
      .filter(({ code }) => !view.codes.has(code))
      .map(({ code, range }) => reportCode(view, code, range)),
    ...view.nodes
      .flatMap(({ file }) => emptySwitches(file))
      .map((range) => report('warning', range, { variant: 'comment' })),
  ],
};

function reportCode(view: TopologyView, code: string, range: SourceRange): Report {
  const capitals = code.toUpperCase();
  return report(
    'warning',
    range,
    { code },
    replacing(range, view.codes.has(capitals) ? capitals : undefined),
  );
}

function inComments(view: TopologyView): WrittenCode[] {
  return view.nodes.flatMap((node) => lintSwitches(node.file));
}

function inLabYaml({ plan, labYaml }: TopologyView): WrittenCode[] {
  if (labYaml === undefined) return [];
  return plan.lintOff.map((code, index) => ({
    code,
    range: labYamlValueRange(labYaml.path, labYaml.text, ['lint', 'off', index]),
  }));
}
