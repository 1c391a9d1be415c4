import { CONFIG_TYPE_KEY, isKnownConfigType, KNOWN_CONFIG_TYPES } from '#core/shared/config/config-type.js';
import { findEntry } from '#core/shared/config/init-properties.js';
import { nearestName } from '#core/shared/config/known-properties.js';
import { finding, perNode } from '../topology-view.js';

/** C1: a `config-type` that Tigase does not know silently means the default set. */
export const configTypeUnknown = perNode(['C1'], (node) => {
  const entry = findEntry(node.file, CONFIG_TYPE_KEY);
  if (entry === undefined || isKnownConfigType(entry.value)) return [];
  const suggestion = nearestName(entry.value, KNOWN_CONFIG_TYPES);
  const fix = suggestion === undefined ? {} : { fix: { range: entry.valueRange, newText: suggestion } };
  const near = suggestion === undefined ? {} : { variant: 'near', suggestion };
  return [finding('C1', 'error', entry.valueRange, { value: entry.value, ...near }, fix)];
});
