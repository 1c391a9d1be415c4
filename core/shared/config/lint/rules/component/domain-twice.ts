/** E18: the domain is the key, so an earlier item for it is lost (§2.5). */
import { withoutItem } from '#core/shared/config/lint/entry-fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { writtenExternals } from '../external-list.js';

export const domainTwice = perNode('E18', (node) => {
  const all = writtenExternals(node);
  return all.flatMap((source) => {
    const winner = all.findLast(({ item }) => item.domain === source.item.domain);
    if (winner === undefined || winner === source) return [];
    const fix = withoutItem(source.entry, source.item.source);
    const related = [{ range: winner.item.source }];
    return [report('warning', source.item.source, { domain: source.item.domain }, { related, ...fix })];
  });
});
