/** C10: a key that is neither an init property nor a component setting stops Tigase at start-up (§1.1, §1.2). */
import { keyClass } from '#core/shared/config/component-settings.js';
import { isKnownProperty } from '#core/shared/config/known-properties.js';
import { perNode, report, suggesting } from '#core/shared/config/lint/lint-rule.js';
import { readAs } from '../misspelt-keys.js';

export const settingWithoutSlash = perNode('C10', ({ file }) => {
  const broken = file.entries.filter((entry) => keyClass(entry.key) === 'broken');
  const slips = broken.map((entry) => ({
    entry,
    near: isKnownProperty(`--${entry.key}`) ? `--${entry.key}` : undefined,
  }));
  return readAs(file, slips).map(({ entry: { key, keyRange }, near, cure }) =>
    report('error', keyRange, { key, ...suggesting(near) }, cure),
  );
});
