/** C10: a key that is neither an init property nor a component setting stops Tigase at start-up (§1.1, §1.2). */
import { keyClass } from '#core/shared/config/component-settings.js';
import { isKnownProperty, nearestProperty } from '#core/shared/config/known-properties.js';
import { editDistance } from '#core/shared/config/nearest-name.js';
import { perNode, report, suggesting } from '#core/shared/config/lint/lint-rule.js';
import { readAs } from '../misspelt-keys.js';

export const settingWithoutSlash = perNode('C10', ({ file }) => {
  const broken = file.entries.filter((entry) => keyClass(entry.key) === 'broken');
  const slips = broken.map((entry) => ({ entry, near: meantBy(entry.key) }));
  return readAs(file, slips).map(({ entry: { key, keyRange }, near, cure }) =>
    report('error', keyRange, { key, ...suggesting(near) }, cure),
  );
});

/** The init property whose dashes were forgotten, or a letter of it, or both; `config-type` has no dashes. */
function meantBy(key: string): string | undefined {
  const dashed = `--${key.replace(/^-/, '')}`;
  if (isKnownProperty(dashed)) return dashed;
  const [asIs, asProperty] = [nearestProperty(key), nearestProperty(dashed)];
  if (asIs === undefined || asProperty === undefined) return asIs ?? asProperty;
  const limit = dashed.length;
  return editDistance(key, asIs, limit) <= editDistance(dashed, asProperty, limit) ? asIs : asProperty;
}
