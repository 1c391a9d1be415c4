/** C8: `--external` is there and nothing that reads it is loaded (§1.4, §2.5). */
import { componentPairs } from '#core/shared/config/component-plan.js';
import { EXTERNAL_COMPONENT_CLASS } from '#core/shared/config/config-type.js';
import { EXTERNAL_KEY } from '#core/shared/config/external.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { addingLines } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import type { LintNode } from '#core/shared/config/lint/topology-view.js';
import type { SourceRange } from '#core/shared/config/source-range.js';

export const externalWithoutExt = perNode('C8', (node) => {
  const entry = findEntry(node.file, EXTERNAL_KEY);
  const loaded = node.process.components.some(
    (component) => component.className === EXTERNAL_COMPONENT_CLASS,
  );
  if (entry === undefined || loaded) return [];
  return [report('error', entry.keyRange, { process: node.process.name }, loadingExt(node, entry.keyRange))];
});

/** A pair of lines whose suffix nobody has yet. */
function loadingExt(node: LintNode, range: SourceRange) {
  if (componentPairs(node.file).some(({ suffix, name }) => suffix === '-ext' || name?.value === 'ext'))
    return {};
  return addingLines(range, ['--comp-name-ext = ext', `--comp-class-ext = ${EXTERNAL_COMPONENT_CLASS}`]);
}
