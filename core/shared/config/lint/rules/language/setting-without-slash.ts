/** C10: a key that is neither an init property nor a component setting stops Tigase at start-up (§1.2). */
import { keyClass } from '#core/shared/config/component-settings.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';

export const settingWithoutSlash = perNode('C10', (node) =>
  node.file.entries
    .filter((entry) => keyClass(entry.key) === 'broken')
    .map((entry) => report('error', entry.keyRange, { key: entry.key })),
);
