/** C25: a setting line for a component that this process does not load; nobody reads it (§1.2, §1.5). */
import { readComponentSetting } from '#core/shared/config/component-settings.js';
import { standardComponents } from '#core/shared/config/config-type.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report, suggesting } from '#core/shared/config/lint/lint-rule.js';
import type { SourceRange } from '#core/shared/config/source-range.js';
import { nearestName } from '#core/shared/config/nearest-name.js';

export const settingWithoutComponent = perNode('C25', (node) => {
  const { components, componentSet, clusterMode, name: process } = node.process;
  const loaded = [...components.map(({ name }) => name), ...standardComponents(componentSet, clusterMode)];
  return node.file.entries.flatMap((entry) => {
    const component = readComponentSetting(entry)?.component;
    if (component === undefined || loaded.includes(component)) return [];
    const near = nearestName(component.toLowerCase(), loaded);
    const range = startOf(entry.keyRange, component.length);
    return [report('warning', range, { component, process, ...suggesting(near) }, replacing(range, near))];
  });
});

/** A component's name stands first and has nothing to escape. */
function startOf(range: SourceRange, length: number): SourceRange {
  return { ...range, endLine: range.line, endColumn: range.column + length };
}
