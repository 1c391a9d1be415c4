/** C2: the key has no dashes; `--config-type` is one more property that nobody reads (§1.4). */
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';

export const configTypeDashed = perNode('C2', (node) =>
  node.file.entries
    .filter((entry) => entry.key === '--config-type')
    .map(({ keyRange, value }) => report('error', keyRange, { value }, replacing(keyRange, 'config-type'))),
);
