/** C25: a setting line for a component that this process does not load; nobody reads it (§1.2, §1.5). */
import {
  componentRange,
  readComponentSetting,
  type ComponentSetting,
} from '#core/shared/config/component-settings.js';
import { standardComponents } from '#core/shared/config/config-type.js';
import type { PropertyEntry } from '#core/shared/config/init-properties.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report, suggesting } from '#core/shared/config/lint/lint-rule.js';
import { nearestName } from '#core/shared/config/nearest-name.js';

export const settingWithoutComponent = perNode('C25', (node) => {
  const { components, componentSet, clusterMode, name: process } = node.process;
  const loaded = new Set([
    ...components.map(({ name }) => name),
    ...standardComponents(componentSet, clusterMode),
  ]);
  return [...linesByComponent(node.file.entries)]
    .filter(([component]) => !loaded.has(component))
    .flatMap(([component, lines]) => {
      const near = nearestName(component.toLowerCase(), [...loaded]);
      const params = { component, process, ...suggesting(near) };
      return lines.map((line) => {
        const range = componentRange(line);
        return report('warning', range, params, replacing(range, near));
      });
    });
});

function linesByComponent(entries: readonly PropertyEntry[]): Map<string, ComponentSetting[]> {
  const lines = new Map<string, ComponentSetting[]>();
  for (const entry of entries) {
    const setting = readComponentSetting(entry);
    if (setting === undefined) continue;
    const known = lines.get(setting.component);
    if (known === undefined) lines.set(setting.component, [setting]);
    else known.push(setting);
  }
  return lines;
}
