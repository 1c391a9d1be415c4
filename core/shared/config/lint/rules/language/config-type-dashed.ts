/** C2: the key has no dashes; `--config-type` is one more property that nobody reads (§1.4). */
import { CONFIG_TYPE_KEY } from '#core/shared/config/config-type.js';
import { renaming } from '#core/shared/config/lint/entry-fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';

export const configTypeDashed = perNode('C2', ({ file }) =>
  file.entries
    .filter((entry) => entry.key === '--config-type')
    .map((entry) =>
      report('error', entry.keyRange, { value: entry.value }, renaming(file, entry, CONFIG_TYPE_KEY)),
    ),
);
