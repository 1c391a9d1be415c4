/** C27: nothing between two commas of `--sm-plugins`; up to 7.0 the session manager fails on it at start-up (§2.8). */
import { findEntry, splitValue } from '#core/shared/config/init-properties.js';
import { withoutItem } from '#core/shared/config/lint/entry-fixes.js';
import { perNode, report, until } from '#core/shared/config/lint/lint-rule.js';
import type { SourceRange } from '#core/shared/config/source-range.js';
import { SM_PLUGINS_KEY } from '#core/shared/config/sm-plugins.js';

export const pluginItemEmpty = perNode(
  'C27',
  (node) => {
    const entry = findEntry(node.file, SM_PLUGINS_KEY);
    if (entry === undefined) return [];
    const items = splitValue(entry, ',');
    // Java's split drops empty items at the end, and only there.
    const last = items.findLastIndex(({ text }) => text !== '');
    return items
      .slice(0, last)
      .filter(({ text }) => text === '')
      .map(({ range }) => report('error', commaBehind(range), {}, withoutItem(entry, range)));
  },
  until('7.0'),
);

/** Nothing cannot be underlined, so the comma behind it is. */
function commaBehind(range: SourceRange): SourceRange {
  return { ...range, endColumn: range.endColumn + 1 };
}
