/** C8: `--external` is there and nothing that reads it is loaded (§1.4, §2.5). */
import { EXTERNAL_COMPONENT_CLASS } from '#core/shared/config/config-type.js';
import { EXTERNAL_KEY } from '#core/shared/config/external.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';

export const externalWithoutExt = perNode('C8', (node) => {
  const entry = findEntry(node.file, EXTERNAL_KEY);
  const loaded = node.process.components.some(
    (component) => component.className === EXTERNAL_COMPONENT_CLASS,
  );
  if (entry === undefined || loaded) return [];
  return [report('error', entry.keyRange, { process: node.process.name })];
});
