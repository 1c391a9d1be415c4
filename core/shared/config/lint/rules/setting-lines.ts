import { keyClass, readComponentSetting } from '#core/shared/config/component-settings.js';
import { finding, perNode } from '../topology-view.js';

/** C10: a key that is neither an init property nor a component setting stops Tigase at start-up. */
export const settingWithoutSlash = perNode(['C10'], (node) =>
  node.file.entries
    .filter((entry) => keyClass(entry.key) === 'broken')
    .map((entry) => finding('C10', 'error', entry.keyRange, { key: entry.key })),
);

/** C11: the value of a typed setting ends at its first `=`. */
export const typedValueCut = perNode(['C11'], (node) =>
  node.file.entries.flatMap((entry) => {
    const setting = readComponentSetting(entry);
    if (setting?.type === undefined || setting.value === entry.value) return [];
    return [finding('C11', 'warning', entry.valueRange, { key: entry.key, value: setting.value })];
  }),
);
