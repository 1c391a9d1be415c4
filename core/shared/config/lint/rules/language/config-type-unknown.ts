/** C1: a `config-type` that Tigase does not know silently means the default set (§1.4). */
import { CONFIG_TYPE_KEY, isKnownConfigType, KNOWN_CONFIG_TYPES } from '#core/shared/config/config-type.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { nearestName } from '#core/shared/config/nearest-name.js';
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report, suggesting } from '#core/shared/config/lint/lint-rule.js';

export const configTypeUnknown = perNode('C1', (node) => {
  const entry = findEntry(node.file, CONFIG_TYPE_KEY);
  if (entry === undefined || isKnownConfigType(entry.value)) return [];
  const near = nearestName(entry.value, KNOWN_CONFIG_TYPES);
  const params = { value: entry.value, ...suggesting(near) };
  return [report('error', entry.valueRange, params, replacing(entry.valueRange, near))];
});
