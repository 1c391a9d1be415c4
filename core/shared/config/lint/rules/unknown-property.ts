import { keyClass } from '#core/shared/config/component-settings.js';
import { isKnownProperty, nearestProperty } from '#core/shared/config/known-properties.js';
import { finding, perNode } from '../topology-view.js';

/** C20: an init property that no Tigase reads; `--config-type` has a rule of its own. */
export const unknownProperty = perNode(['C20'], (node) =>
  node.file.entries.flatMap((entry) => {
    const { key } = entry;
    if (keyClass(key) !== 'init-property' || isKnownProperty(key) || key === '--config-type') return [];
    const suggestion = nearestProperty(key);
    const fix = suggestion === undefined ? {} : { fix: { range: entry.keyRange, newText: suggestion } };
    const variant = suggestion === undefined ? {} : { variant: 'near', suggestion };
    return [finding('C20', 'warning', entry.keyRange, { key, ...variant }, fix)];
  }),
);
