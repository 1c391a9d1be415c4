/** C21: `-id` of a plugin that is not in the default set takes nothing away (§2.8, §3.1). */
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { forPluginItems, nearPlugin, withoutPlugin } from './plugin-list.js';

export const removalWithoutEffect = perNode('C21', (node, { profile }) =>
  forPluginItems(node, profile, (item, before) => {
    if (item.action !== 'remove' || before.has(item.id) || nearPlugin(item.id) !== undefined) return [];
    return [report('info', item.source, { plugin: item.id }, withoutPlugin(node, item))];
  }),
);
