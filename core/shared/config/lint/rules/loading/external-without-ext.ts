/**
 * C8: `--external` is there and nothing that reads it is loaded: a server lacks `ext`, or a component's file has the servers'
 * config-type (§1.4, §2.5).
 */
import { componentPairs } from '#core/shared/config/component-plan.js';
import { CONFIG_TYPE_KEY, EXTERNAL_COMPONENT_CLASS } from '#core/shared/config/config-type.js';
import { EXTERNAL_KEY } from '#core/shared/config/external.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { addingLines, replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report, type Report } from '#core/shared/config/lint/lint-rule.js';
import { missing, revalued } from '#core/shared/config/lint/mending.js';
import type { LintNode } from '#core/shared/config/lint/topology-view.js';
import type { SourceRange } from '#core/shared/config/source-range.js';
import { COMPONENT_CONFIG_TYPE, dialsAsComponent } from '../component-file.js';

export const externalWithoutExt = perNode('C8', (node) => {
  const entry = findEntry(node.file, EXTERNAL_KEY);
  const loaded = node.process.components.some(
    (component) => component.className === EXTERNAL_COMPONENT_CLASS,
  );
  if (entry === undefined || loaded) return [];
  const params = { process: node.process.name };
  if (dialsAsComponent(node)) return [componentFile(node, entry.keyRange, params)];
  return [report('error', entry.keyRange, params, loadingExt(node, entry.keyRange))];
});

/** What such a process needs is another config-type rather than `ext` beside a session manager (E15). */
function componentFile(node: LintNode, external: SourceRange, params: Report['params']): Report {
  const written = findEntry(node.file, CONFIG_TYPE_KEY);
  const said = { ...params, configType: written?.value ?? '–', variant: written ? 'type' : 'no-type' };
  if (written === undefined)
    return report('error', external, said, {
      ...addingLines(external, [`${CONFIG_TYPE_KEY} = ${COMPONENT_CONFIG_TYPE}`]),
      mending: missing(external, CONFIG_TYPE_KEY, COMPONENT_CONFIG_TYPE),
    });
  return report('error', written.valueRange, said, {
    related: [{ range: external }],
    ...replacing(written.valueRange, COMPONENT_CONFIG_TYPE),
    mending: revalued(written, COMPONENT_CONFIG_TYPE),
  });
}

/** A pair of lines whose suffix nobody has yet. */
function loadingExt(node: LintNode, range: SourceRange): Pick<Report, 'fix' | 'mending'> {
  if (componentPairs(node.file).some(({ suffix, name }) => suffix === '-ext' || name?.value === 'ext'))
    return {};
  return {
    ...addingLines(range, ['--comp-name-ext = ext', `--comp-class-ext = ${EXTERNAL_COMPONENT_CLASS}`]),
    // Without a class it is the same one (§1.5).
    mending: missing(range, '--comp-name-ext', 'ext'),
  };
}
