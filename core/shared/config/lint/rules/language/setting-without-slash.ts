/** C10: a key that is neither an init property nor a component setting stops Tigase at start-up (§1.1, §1.2). */
import { keyClass } from '#core/shared/config/component-settings.js';
import { isKnownProperty } from '#core/shared/config/known-properties.js';
import { renaming } from '#core/shared/config/lint/entry-fixes.js';
import { perNode, report, suggesting } from '#core/shared/config/lint/lint-rule.js';

export const settingWithoutSlash = perNode('C10', ({ file }) =>
  file.entries
    .filter((entry) => keyClass(entry.key) === 'broken')
    .map((entry) => {
      const near = isKnownProperty(`--${entry.key}`) ? `--${entry.key}` : undefined;
      const params = { key: entry.key, ...suggesting(near) };
      return report('error', entry.keyRange, params, renaming(file, entry, near));
    }),
);
