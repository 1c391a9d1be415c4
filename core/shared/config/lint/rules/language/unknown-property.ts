/** C20: an init property that no Tigase reads (§2.1); `--config-type` has a rule of its own. */
import { keyClass } from '#core/shared/config/component-settings.js';
import { isKnownProperty, nearestProperty } from '#core/shared/config/known-properties.js';
import { perNode, report, suggesting } from '#core/shared/config/lint/lint-rule.js';
import { readAs } from '../misspelt-keys.js';

export const unknownProperty = perNode('C20', ({ file }) => {
  const slips = file.entries
    .filter(
      ({ key }) => keyClass(key) === 'init-property' && !isKnownProperty(key) && key !== '--config-type',
    )
    .map((entry) => ({ entry, near: nearestProperty(entry.key) }));
  return readAs(file, slips).map(({ entry: { key, keyRange }, near, cure }) =>
    report('warning', keyRange, { key, ...suggesting(near) }, cure),
  );
});
