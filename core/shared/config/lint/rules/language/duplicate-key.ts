/** C12: a repeated key keeps its last value; the finding stands at each one that is lost (§1.1). */
import { findEntry } from '#core/shared/config/init-properties.js';
import { withoutEntry } from '#core/shared/config/lint/entry-fixes.js';
import { removing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';

export const duplicateKey = perNode('C12', (node) => {
  return node.file.entries.flatMap((entry) => {
    const winner = findEntry(node.file, entry.key);
    if (winner === undefined || winner === entry) return [];
    const related = [{ range: winner.keyRange }];
    const fix = removing(withoutEntry(entry).range, 'entry');
    return [report('warning', entry.keyRange, { key: entry.key, line: winner.line }, { related, ...fix })];
  });
});
