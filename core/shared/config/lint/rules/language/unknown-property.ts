/** C20: an init property that no Tigase reads (§2.1); `--config-type` has a rule of its own. */
import { keyClass } from '#core/shared/config/component-settings.js';
import { isKnownProperty, nearestProperty } from '#core/shared/config/known-properties.js';
import { renaming } from '#core/shared/config/lint/entry-fixes.js';
import { perNode, report, suggesting } from '#core/shared/config/lint/lint-rule.js';

export const unknownProperty = perNode('C20', (node) =>
  node.file.entries.flatMap((entry) => {
    const { key, keyRange } = entry;
    if (keyClass(key) !== 'init-property' || isKnownProperty(key) || key === '--config-type') return [];
    const near = nearestProperty(key);
    return [report('warning', keyRange, { key, ...suggesting(near) }, renaming(node.file, entry, near))];
  }),
);
