/** C16: an id that no plugin has, but nearly; Tigase skips it silently (§2.8, §3.2). */
import { replacing } from '#core/shared/config/lint/fixes.js';
import { perNode, report } from '#core/shared/config/lint/lint-rule.js';
import { forPluginItems, nearPlugin } from './plugin-list.js';

export const pluginMisspelt = perNode('C16', (node, { profile }) =>
  forPluginItems(node, profile, (item) => {
    const suggestion = nearPlugin(item.id);
    if (suggestion === undefined) return [];
    const params = { plugin: item.id, suggestion };
    return [report('warning', item.source, params, replacing(item.idRange, suggestion))];
  }),
);
