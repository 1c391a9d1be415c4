/** C11: the value of a typed setting ends at its first `=`; the finding stands at what is lost (§1.2). */
import { readComponentSetting } from '#core/shared/config/component-settings.js';
import { rangeInValue } from '#core/shared/config/init-properties.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';

export const typedValueCut = perNode('C11', (node) =>
  node.file.entries.flatMap((entry) => {
    const setting = readComponentSetting(entry);
    if (setting?.type === undefined || setting.value === entry.value) return [];
    const lost = rangeInValue(entry, setting.value.length, entry.value.length);
    return [report('warning', lost, { key: entry.key, value: setting.value })];
  }),
);
