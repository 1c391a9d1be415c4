/** C11: the value of a typed setting ends at its first `=` (§1.2). */
import { readComponentSetting } from '#core/shared/config/component-settings.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';

export const typedValueCut = perNode('C11', (node) =>
  node.file.entries.flatMap((entry) => {
    const setting = readComponentSetting(entry);
    if (setting?.type === undefined || setting.value === entry.value) return [];
    return [report('warning', entry.valueRange, { key: entry.key, value: setting.value })];
  }),
);
