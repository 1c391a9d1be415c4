/** C2: the key has no dashes; `--config-type` is one more property that nobody reads (§1.4). */
import { CONFIG_TYPE_KEY } from '#core/shared/config/config-type.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { readAs } from '../misspelt-keys.js';

export const configTypeDashed = perNode('C2', ({ file }) => {
  const dashed = file.entries.filter((entry) => entry.key === '--config-type');
  const slips = dashed.map((entry) => ({ entry, near: CONFIG_TYPE_KEY }));
  return readAs(file, slips).map(({ entry: { value, keyRange }, cure }) =>
    report('error', keyRange, { value }, cure),
  );
});
