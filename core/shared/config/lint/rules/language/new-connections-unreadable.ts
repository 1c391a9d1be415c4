/** C29: an item of `--new-connections-throttling` that is no `PORT:NUMBER`; Tigase warns and passes over it (§2.4). */
import { findEntry, splitValue } from '#core/shared/config/init-properties.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { readNewConnectionLimits } from '#core/shared/config/new-connections-throttling.js';

const KEY = '--new-connections-throttling';

export const newConnectionsUnreadable = perNode('C29', (node) => {
  const entry = findEntry(node.file, KEY);
  if (entry === undefined) return [];
  return splitValue(entry, ',')
    .filter(({ text }) => readNewConnectionLimits(text).bad.length > 0)
    .map(({ text: item, range }) => report('warning', range, { item }));
});
